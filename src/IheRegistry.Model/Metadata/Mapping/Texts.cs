using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Name and Description as single texts.</summary>
static class Texts
{
    /// <summary>The first localized string, or null.</summary>
    public static string? First(this IReadOnlyList<LocalizedText> texts) => texts.Count > 0 ? texts[0].Value : null;

    public static IReadOnlyList<LocalizedText> Of(string? text) => text is null ? [] : [new LocalizedText(text)];
}
