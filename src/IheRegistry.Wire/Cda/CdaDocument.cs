namespace IheRegistry.Wire.Cda;

/// <summary>A CDA document with a structured body.</summary>
/// <param name="LanguageCode">languageCode/@code; null when it has none.</param>
/// <param name="Sections">The sections of its body, in order.</param>
public sealed record CdaDocument(string? LanguageCode, IReadOnlyList<CdaSection> Sections);
