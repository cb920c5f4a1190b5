using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.Errors;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>The answer to a retrieve request: opened documents that are still to be sent. Disposing of it closes them.</summary>
public sealed class RetrievedDocumentSet : IAsyncDisposable
{
    readonly AuditContext _call;
    readonly IRegistryStore _store;
    readonly List<(DocumentRequest Request, FoundDocument? Found)> _items = [];

    internal RetrievedDocumentSet(AuditContext call, IRegistryStore store) => (_call, _store) = (call, store);

    /// <summary>Status and errors: PartialSuccess when only some of the documents are here.</summary>
    public RegistryResponse Response { get; private set; } = RegistryResponse.Success;

    /// <summary>The documents to send, in the order asked for.</summary>
    public IEnumerable<RetrievedDocument> Documents =>
        from item in _items
        where item.Found?.Content is not null
        select new RetrievedDocument(item.Request, item.Found!.MimeType, item.Found!.Content!)
        {
            NewDocumentUniqueId = item.Found!.NewDocumentUniqueId,
            NewRepositoryUniqueId = item.Found!.NewRepositoryUniqueId,
        };

    /// <summary>
    /// Says that sending broke off, because a document turned out to be damaged or the client went away: the audit said
    /// success before the first byte, and must now say that it was none.
    /// </summary>
    public Task AuditAbortAsync() =>
        AuditAsync(_items.Select(item => Audited(item, retrieved: false)), "the transfer broke off", CancellationToken.None);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var item in _items)
            if (item.Found?.Content is { } content) await content.DisposeAsync().ConfigureAwait(false);
    }

    internal void Add(DocumentRequest request, FoundDocument? found) => _items.Add((request, found));

    /// <summary>Decides the status and commits the audit.</summary>
    internal async Task SealAsync(ErrorList errors, CancellationToken cancellationToken)
    {
        Response = errors.HasErrors && _items.Exists(item => item.Found?.Content is not null)
            ? new RegistryResponse(ResponseStatus.PartialSuccess, errors)
            : RegistryResponse.From(errors);
        await AuditAsync(
            _items.Select(item => Audited(item, item.Found?.Content is not null)),
            RegistrationAudit.Outcome(Response).Description,
            cancellationToken).ConfigureAwait(false);
    }

    Task AuditAsync(IEnumerable<AuditedDocument> documents, string? failure, CancellationToken cancellationToken) =>
        _store.AuditAsync(AuditRecording.Of(Iti43RetrieveDocumentSetAudit.Of(_call, [.. documents], failure)), cancellationToken);

    static AuditedDocument Audited((DocumentRequest Request, FoundDocument? Found) item, bool retrieved) =>
        new(item.Request.DocumentUniqueId, item.Request.RepositoryUniqueId, retrieved)
        {
            HomeCommunityId = item.Request.Home,
            PatientId = item.Found?.PatientId,
            ConfidentialityCode = item.Found?.ConfidentialityCode,
        };
}
