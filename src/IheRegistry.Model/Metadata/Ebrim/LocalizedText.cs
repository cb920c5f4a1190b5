namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>One rim:LocalizedString of a Name or Description.</summary>
/// <param name="Value">The text.</param>
/// <param name="Language">xml:lang as sent, or null.</param>
/// <param name="Charset">charset as sent, or null.</param>
public sealed record LocalizedText(string Value, string? Language = null, string? Charset = null);
