using IheRegistry.Wire.Cda;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>The sections of all documents that have one code; those without a code, one title.</summary>
/// <param name="Code">Their code; null when they have none.</param>
/// <param name="Title">What the section is called that holds them.</param>
/// <param name="Parts">Each section with its document, newest document first.</param>
sealed record SectionGroup(CdaCode? Code, string Title, IReadOnlyList<(SummarySource Source, CdaSection Section)> Parts)
{
    /// <summary>The groups, in the order in which the newest documents have them.</summary>
    internal static IEnumerable<SectionGroup> Of(IEnumerable<SummarySource> sources) => sources
        .SelectMany(source => source.Sections.Select(section => (Source: source, Section: section)))
        .GroupBy(part => KeyOf(part.Section))
        .Select(group => new SectionGroup(group.First().Section.Code, TitleOf([.. group.Select(part => part.Section)]), [.. group]));

    static (string System, string Code, string Title) KeyOf(CdaSection section) => section.Code is { } code
        ? (code.CodeSystem, code.Code, "")
        : ("", "", section.Title?.ToUpperInvariant() ?? "");

    static string TitleOf(IReadOnlyList<CdaSection> sections) =>
        sections.Select(section => section.Code?.DisplayName).Concat(sections.Select(section => section.Title))
            .FirstOrDefault(title => !string.IsNullOrWhiteSpace(title)) ?? "Untitled section";
}
