namespace IheRegistry.Wire.EbXml;

/// <summary>An xds:Document of an ITI-41 request: its bytes are in a MIME part, or came inline in base64.</summary>
/// <param name="Id">id: the DocumentEntry it belongs to.</param>
/// <param name="Href">href of its xop:Include, or null when it came inline.</param>
/// <param name="Inline">The bytes that came inline, or null.</param>
public sealed record ProvidedDocument(string Id, string? Href, ReadOnlyMemory<byte>? Inline);
