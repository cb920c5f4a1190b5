namespace IheRegistry.Wire.EbXml;

/// <summary>An xds:Document of an ITI-41 request: its bytes are in a MIME part, or came inline in base64.</summary>
/// <param name="Id">id: the DocumentEntry it belongs to.</param>
/// <param name="ContentId">Content-ID of the part that carries it, empty when its xop:Include names none; null when it came inline.</param>
/// <param name="Inline">The bytes that came inline; null when they are in a part.</param>
public sealed record ProvidedDocument(string Id, string? ContentId, ReadOnlyMemory<byte>? Inline);
