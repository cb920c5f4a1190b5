using System.Globalization;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>XDS metadata, which are in HL7 v2 notation, as values of a CDA document.</summary>
static class MetadataValues
{
    internal static CdaCode? Code(Code? code) => code is null ? null : new CdaCode(code.Value, code.Scheme, code.Display);

    internal static CdaSource Source(DocumentEntry entry) => new()
    {
        UniqueId = entry.UniqueId,
        Code = Code(entry.TypeCode),
        LanguageCode = entry.LanguageCode,
        Confidentiality = Code(Confidentiality.MostRestrictive(entry.ConfidentialityCodes)),
        Authors = [.. entry.Authors.Select(author => Author(author, entry.CreationTime))],
    };

    internal static CdaPatient Patient(PatientId id, DocumentEntry entry) => new()
    {
        Ids = [(id.Authority, Unescaped(id.Id)), .. SourceIds(entry)],
        Name = Field(entry, "PID-5|") is { } name ? Person(name, first: 0) : null,
        Gender = Field(entry, "PID-8|") switch { "M" => "M", "F" => "F", "O" or "A" => "UN", _ => null },
        BirthTime = Field(entry, "PID-7|"),
    };

    static IEnumerable<(string, string)> SourceIds(DocumentEntry entry) =>
        PatientId.Parse(entry.SourcePatientId) is { } source ? [(source.Authority, Unescaped(source.Id))] : [];

    // XCN: id, family, given, further given, suffix, prefix, ..., assigning authority in the ninth.
    static CdaAuthor Author(Author author, string? time)
    {
        var person = author.Person?.Split('^') ?? [];
        return new CdaAuthor
        {
            Time = time,
            Root = person.ElementAtOrDefault(8)?.Split('&') is [_, var root, ..] ? root : null,
            Extension = person.ElementAtOrDefault(0) is { Length: > 0 } id ? Unescaped(id) : null,
            Person = author.Person is { } xcn ? Person(xcn, first: 1) ?? new CdaPerson(Unescaped(person[0]), []) : null,
            Organization = author.Institutions is [var institution, ..] ? Organization(institution) : null,
        };
    }

    // XON: name, ..., identifier in the tenth.
    static CdaOrganization Organization(string xon)
    {
        var parts = xon.Split('^');
        return new CdaOrganization(Unescaped(parts[0]), parts.ElementAtOrDefault(9));
    }

    // Family name, given, further given, suffix, prefix from the component given on.
    static CdaPerson? Person(string value, int first)
    {
        var parts = value.Split('^').Skip(first).Select(part => Unescaped(part.Split('&')[0])).ToArray();
        string? At(int index) => parts.ElementAtOrDefault(index) is { Length: > 0 } part ? part : null;
        var given = new[] { At(1), At(2) }.OfType<string>().ToList();
        return At(0) is null && given.Count == 0 ? null : new CdaPerson(At(0), given, At(4));
    }

    static string? Field(DocumentEntry entry, string name) =>
        entry.SourcePatientInfo.FirstOrDefault(info => info.StartsWith(name, StringComparison.Ordinal)) is { } info && info.Length > name.Length
            ? info[name.Length..].Split('~')[0]
            : null;

    // HL7 v2.5 section 2.7.1; \E\ last, so that what it makes is not taken for another escape.
    static string Unescaped(string text) => !text.Contains('\\', StringComparison.Ordinal) ? text : text
        .Replace(@"\F\", "|", StringComparison.Ordinal)
        .Replace(@"\S\", "^", StringComparison.Ordinal)
        .Replace(@"\T\", "&", StringComparison.Ordinal)
        .Replace(@"\R\", "~", StringComparison.Ordinal)
        .Replace(@"\E\", "\\", StringComparison.Ordinal);

    /// <summary>A document's title; where it has none, what kind of document it is.</summary>
    internal static string Title(DocumentEntry entry) =>
        entry.Title is { Length: > 0 } title ? title : entry.TypeCode?.Display ?? entry.TypeCode?.Value ?? string.Create(CultureInfo.InvariantCulture, $"Document {entry.UniqueId}");
}
