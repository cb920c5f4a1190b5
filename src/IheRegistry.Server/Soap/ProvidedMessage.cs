using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Soap;

/// <summary>Reads an ITI-41 request, whichever Content Receiver it is for (ITI TF-2 3.41.4.1.2).</summary>
static class ProvidedMessage
{
    /// <summary>The request with its documents still on the wire.</summary>
    /// <exception cref="SoapRefusedException">The body is another one.</exception>
    internal static ProvidedDocumentSet Read(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var request = exchange.ReadBody(ProvideAndRegisterRequest.Read);
        return new ProvidedDocumentSet(
            request.Metadata, [.. request.Documents.Select(d => d.Id)], Arriving(exchange.Message, request.Documents, cancellationToken));
    }

    /// <summary>Inline documents first, then the MIME parts in the order in which they are on the wire.</summary>
    static async IAsyncEnumerable<IncomingDocument> Arriving(
        SoapMessage message, IReadOnlyList<ProvidedDocument> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var idByContentId = new Dictionary<string, string>();
        foreach (var document in documents)
        {
            if (document.Inline is { } bytes) yield return new IncomingDocument(document.Id, AsStream(bytes));
            else if (document.ContentId is { Length: > 0 } contentId) idByContentId.TryAdd(contentId, document.Id);
        }

        while (await message.ReadNextPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            // A part that nothing refers to goes on under its own name, so that it is reported and not dropped.
            yield return part.ContentId is { } contentId && idByContentId.TryGetValue(contentId, out var id)
                ? new IncomingDocument(id, part.Content)
                : new IncomingDocument($"cid:{part.ContentId}", part.Content) { IsStray = true };
        }
    }

    static Stream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
