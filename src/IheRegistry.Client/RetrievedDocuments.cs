using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Mtom;

namespace IheRegistry.Client;

/// <summary>
/// The answer to a Retrieve Document Set, its documents still on the wire: enumerate them once. They come in the order of the message,
/// and each one's stream is good until the next one is asked for. Only when the enumeration has ended without an exception was the
/// answer whole.
/// </summary>
/// <remarks>
/// A stream ends with zero only after the document's closing boundary. An answer that breaks off throws an <see cref="IOException"/> from
/// the stream or the enumeration: <see cref="MimeTruncatedException"/>, or the transport's own.
/// </remarks>
public sealed class RetrievedDocuments : IAsyncEnumerable<RetrievedContent>, IAsyncDisposable
{
    readonly SoapAnswer _answer;
    readonly IReadOnlyList<DocumentResponse> _documents;
    bool _isRead;

    internal RetrievedDocuments(SoapAnswer answer, RetrieveDocumentSetResponse response)
    {
        (_answer, _documents) = (answer, response.Documents);
        Response = response.Response;
    }

    /// <summary>Status and errors; PartialSuccess when only some of the documents asked for are here.</summary>
    public RegistryResponse Response { get; }

    /// <summary>How many documents the answer says it has.</summary>
    public int Count => _documents.Count;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The documents were read already.</exception>
    /// <exception cref="AnswerRefusedException">A document that the answer names is not in it.</exception>
    public async IAsyncEnumerator<RetrievedContent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        if (_isRead) throw new InvalidOperationException("The documents are read from the connection and can be read once.");
        _isRead = true;
        foreach (var document in _documents)
            if (document.Inline is { } bytes) yield return Content(document, new MemoryStream(bytes.ToArray(), writable: false));

        var expected = Expected();
        while (await _answer.ReadNextPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            // A part that nothing refers to is no document.
            if (part.ContentId is { } contentId && expected.Remove(contentId, out var document)) yield return Content(document, part.Content);
        }

        if (expected.Count > 0) throw new AnswerRefusedException($"The answer refers to {expected.Count} documents that it does not carry.");
    }

    /// <summary>Lets go of the connection; what was not read of it is lost.</summary>
    public ValueTask DisposeAsync() => _answer.DisposeAsync();

    Dictionary<string, DocumentResponse> Expected()
    {
        var expected = new Dictionary<string, DocumentResponse>(StringComparer.Ordinal);
        foreach (var document in _documents)
        {
            if (document.ContentId is { } contentId && !expected.TryAdd(contentId, document))
                throw new AnswerRefusedException("Two documents of the answer refer to one part.");
        }

        return expected;
    }

    static RetrievedContent Content(DocumentResponse document, Stream content) =>
        new(document.Request, document.MimeType, content)
        {
            NewRepositoryUniqueId = document.NewRepositoryUniqueId,
            NewDocumentUniqueId = document.NewDocumentUniqueId,
        };
}

/// <summary>A document that was retrieved.</summary>
/// <param name="Request">Which one it is.</param>
/// <param name="MimeType">Its mimeType.</param>
/// <param name="Content">Its bytes: forward only, good until the next document is asked for.</param>
public sealed record RetrievedContent(DocumentRequest Request, string MimeType, Stream Content)
{
    /// <summary>Where what an on-demand entry was answered with can be retrieved again; null where nowhere.</summary>
    public string? NewRepositoryUniqueId { get; init; }

    /// <summary>The uniqueId of what an on-demand entry was answered with; null for any other document.</summary>
    public string? NewDocumentUniqueId { get; init; }
}
