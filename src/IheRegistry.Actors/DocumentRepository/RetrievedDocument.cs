using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>A document that is ready to be sent.</summary>
/// <param name="Request">How it was asked for.</param>
/// <param name="MimeType">DocumentEntry.mimeType.</param>
/// <param name="Content">
/// Its bytes. A damaged document throws <see cref="Store.Documents.DocumentDamagedException"/> before its last bytes:
/// the sender must then break off without closing the message.
/// </param>
public sealed record RetrievedDocument(DocumentRequest Request, string MimeType, Stream Content)
{
    /// <summary>uniqueId of the document itself, where an on-demand entry was asked for; else null.</summary>
    public string? NewDocumentUniqueId { get; init; }

    /// <summary>The repository that keeps that document; null where it was not kept.</summary>
    public string? NewRepositoryUniqueId { get; init; }
}
