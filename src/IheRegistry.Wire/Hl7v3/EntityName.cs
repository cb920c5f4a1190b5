using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>HL7 V3's data types EN and PN, as sent.</summary>
sealed record EntityName
{
    const string Birth = "BR";

    /// <summary>The codes of use.</summary>
    internal IReadOnlyList<string> Uses { get; init; } = [];

    /// <summary>Family names with the codes of their qualifier.</summary>
    internal IReadOnlyList<(string Text, string Qualifier)> Families { get; init; } = [];

    internal IReadOnlyList<string> Givens { get; init; } = [];

    internal IReadOnlyList<string> Prefixes { get; init; } = [];

    internal IReadOnlyList<string> Suffixes { get; init; } = [];

    /// <summary>Text that is in no part.</summary>
    internal string Text { get; init; } = "";

    /// <summary>The whole name in one text.</summary>
    internal string WholeText => Text.Length > 0 ? Text : Join([.. Prefixes, .. Givens, .. Families.Select(part => part.Text), .. Suffixes]);

    bool HasParts => Families.Count + Givens.Count + Prefixes.Count + Suffixes.Count > 0;

    bool IsOfBirth => Families.Count > 0 && Families.All(IsBirth);

    /// <summary>As HL7 v2 has it; null where no part is given. A name without parts is a whole one, as in PID-5.1 of a v2 message.</summary>
    internal PersonName? ToPersonName()
    {
        if (!HasParts && Text.Length == 0) return null;
        return new PersonName(
            HasParts ? Family : Text,
            Givens.Count > 0 ? Givens[0] : "",
            Join(Givens.Skip(1)),
            Join(Suffixes),
            Join(Prefixes),
            IsOfBirth ? NameUses.BirthName : NameUses.ToType(Uses),
            NameUses.ToRepresentation(Uses));
    }

    /// <summary>
    /// As what is asked for; null where nothing is. "If the sender needs to indicate that the name parts specified are not limited to an exact
    /// match, then the use attribute of the value element shall be set to SRCH" (ITI TF-2 3.47.4.1.2.1).
    /// </summary>
    internal NamePattern? ToPattern()
    {
        var pattern = new NamePattern
        {
            Family = Pattern(Family),
            Given = Pattern(Givens.Count > 0 ? Givens[0] : ""),
            Middle = Pattern(Join(Givens.Skip(1))),
            Suffix = Pattern(Join(Suffixes)),
            Prefix = Pattern(Join(Prefixes)),
            WholeName = HasParts ? null : Pattern(Text),
        };
        return pattern.IsEmpty ? null : pattern;
    }

    // The name that is borne, where that of birth stands beside it.
    string Family => Join((IsOfBirth ? Families : Families.Where(part => !IsBirth(part))).Select(part => part.Text));

    TextPattern? Pattern(string text)
    {
        if (text.Length == 0) return null;
        return Uses.Contains(NameUses.Search) ? TextPattern.Beginning(text) : TextPattern.Whole(text);
    }

    static bool IsBirth((string Text, string Qualifier) part) => part.Qualifier.Split(' ').Contains(Birth);

    static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
