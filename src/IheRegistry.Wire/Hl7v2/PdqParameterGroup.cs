using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>The parameters of QPD-3 that are about one value of a field, such as one name.</summary>
sealed class PdqParameterGroup(PdqField asked, int repetition)
{
    readonly Dictionary<PdqPart, string> _parts = [];

    public PdqField Field => asked;

    /// <summary>The place of the first of them in QPD-3, from 1.</summary>
    public int Repetition => repetition;

    /// <summary>False when the part is there already.</summary>
    public bool TryAdd(PdqPart part, string value) => _parts.TryAdd(part, value);

    public string Text(PdqPart part) => _parts.GetValueOrDefault(part, "");

    public TextPattern? Pattern(PdqPart part) => _parts.TryGetValue(part, out var value) ? TextPattern.OfWildcards(value) : null;

    public IdentifierPattern Identifier() => new(
        Pattern(PdqPart.Value), new HierarchicDesignator(Text(PdqPart.Namespace), Text(PdqPart.UniversalId), Text(PdqPart.UniversalIdType)));

    public NamePattern Name() => new()
    {
        Family = Pattern(PdqPart.Family),
        Given = Pattern(PdqPart.Given),
        Middle = Pattern(PdqPart.Middle),
        Suffix = Pattern(PdqPart.Suffix),
        Prefix = Pattern(PdqPart.Prefix),
        WholeName = Pattern(PdqPart.Whole),
    };

    public AddressPattern Address() => new()
    {
        Street = Pattern(PdqPart.Street),
        OtherDesignation = Pattern(PdqPart.OtherDesignation),
        City = Pattern(PdqPart.City),
        State = Pattern(PdqPart.State),
        PostalCode = Pattern(PdqPart.PostalCode),
        Country = Pattern(PdqPart.Country),
    };

    public PractitionerPattern Practitioner() => new(Pattern(PdqPart.Value), Name() is { IsEmpty: false } name ? name : null);
}
