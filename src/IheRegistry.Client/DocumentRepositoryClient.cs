using IheRegistry.Model;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>
/// Speaks to a Document Repository: Provide and Register Document Set-b [ITI-41] as a Document Source, Retrieve Document Set [ITI-43] as a
/// Document Consumer, Remove Documents [ITI-86] as a Document Administrator. Documents stream both ways. Failures that the repository reports are values; a fault is a
/// <see cref="SoapFaultException"/>, an answer that cannot be taken an <see cref="AnswerRefusedException"/>. Thread-safe.
/// </summary>
/// <param name="http">Carries the requests; stays the caller's. Its Timeout covers the whole sending of documents.</param>
/// <param name="endpoint">The repository's SOAP endpoint.</param>
/// <param name="options">How SOAP is spoken; <see cref="SoapClientOptions.Default"/> when null.</param>
public sealed class DocumentRepositoryClient(HttpClient http, Uri endpoint, SoapClientOptions? options = null)
{
    readonly SoapExchange _exchange = new(http, endpoint, options ?? SoapClientOptions.Default);
    readonly SoapPackaging _packaging = (options ?? SoapClientOptions.Default).Packaging;

    /// <summary>Stores documents and registers them.</summary>
    /// <param name="submission">The metadata; hash, size and repositoryUniqueId may be left to the repository.</param>
    /// <param name="documents">The documents, one for each DocumentEntry.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<RegistryResponse> ProvideAndRegisterAsync(
        Submission submission, IReadOnlyList<ProvidedContent> documents, CancellationToken cancellationToken = default) =>
        ProvideAndRegisterAsync(SubmittedObjects.Of(submission), documents, cancellationToken);

    /// <summary>Stores documents and registers them; the metadata are ebRIM objects, which are sent as they are.</summary>
    public async Task<RegistryResponse> ProvideAndRegisterAsync(
        IEnumerable<RegistryObject> submission, IReadOnlyList<ProvidedContent> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        ArgumentNullException.ThrowIfNull(documents);
        List<Attachment> attachments = _packaging == SoapPackaging.Simple
            ? []
            : [.. documents.Select((document, index) => new Attachment($"document{index + 1}@iheregistry", document.MimeType, document.Content))];
        await using var answer = await _exchange.SendAsync(
            Transactions.Iti41,
            _packaging,
            async (writer, xml, cancellation) =>
            {
                ProvideAndRegisterRequestWriter.Start(xml, submission);
                for (var i = 0; i < documents.Count; i++)
                {
                    ProvideAndRegisterRequestWriter.StartDocument(xml, documents[i].EntryId);
                    if (attachments.Count > 0) ProvideAndRegisterRequestWriter.Include(xml, attachments[i].ContentId);
                    else await writer.WriteBase64Async(documents[i].Content, cancellation).ConfigureAwait(false);
                    ProvideAndRegisterRequestWriter.EndDocument(xml);
                }

                ProvideAndRegisterRequestWriter.End(xml);
            },
            attachments,
            cancellationToken).ConfigureAwait(false);
        return answer.ReadBody(Responses.Read);
    }

    /// <summary>Retrieves documents. The answer holds the connection: read the documents, and dispose of it.</summary>
    public async Task<RetrievedDocuments> RetrieveAsync(
        IReadOnlyList<DocumentRequest> requests, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var answer = await _exchange.SendAsync(
            Transactions.Iti43,
            _packaging,
            (_, xml, _) =>
            {
                RetrieveDocumentSetRequest.Write(xml, requests);
                return ValueTask.CompletedTask;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        try
        {
            return new RetrievedDocuments(answer, answer.ReadBody(RetrieveDocumentSetResponse.Read));
        }
        catch
        {
            await answer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Removes documents [ITI-86]; PartialSuccess when some could not be removed. Their metadata stay.</summary>
    public async Task<RegistryResponse> RemoveAsync(IReadOnlyList<DocumentRequest> documents, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        await using var answer = await _exchange.SendAsync(
            Transactions.Iti86,
            SoapPackaging.Simple,
            (_, xml, _) =>
            {
                RemoveDocumentsRequest.Write(xml, documents);
                return ValueTask.CompletedTask;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        return answer.ReadBody(Responses.Read);
    }

    /// <summary>Retrieves one document that a stored query found.</summary>
    public Task<RetrievedDocuments> RetrieveAsync(DocumentEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return RetrieveAsync([new DocumentRequest(entry.HomeCommunityId, entry.RepositoryUniqueId ?? "", entry.UniqueId)], cancellationToken);
    }
}

/// <summary>A document to be stored.</summary>
/// <param name="EntryId">The id of its DocumentEntry in the submission.</param>
/// <param name="MimeType">Its mimeType, for the MIME part.</param>
/// <param name="Content">Its bytes, read once from where it stands; not disposed of.</param>
public sealed record ProvidedContent(string EntryId, string MimeType, Stream Content);
