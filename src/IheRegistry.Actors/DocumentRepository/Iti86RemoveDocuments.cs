using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Remove Documents [ITI-86] (ITI TF Supplement RMD, 3.86). The metadata stay in their registry: ITI-62 removes them.</summary>
public sealed class Iti86RemoveDocuments(IRegistryStore store, DocumentErasure erasure, AffinityDomainSource domains, TimeProvider clock)
{
    // As many as ITI-43 hands out at once: all writes wait while they are removed.
    const int MaxDocuments = 500;

    /// <summary>
    /// Removes the documents that can be removed, and says which cannot. When the answer comes they are out of reach for good, with their
    /// audit; their bytes are erased, unless a backup is just copying them, after which they are.
    /// </summary>
    /// <param name="call">Who calls.</param>
    /// <param name="requests">What is to be removed.</param>
    /// <param name="cancellationToken">Gives up before the removal is queued, not after.</param>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public async Task<RegistryResponse> RemoveAsync(
        AuditContext call, IReadOnlyList<DocumentRequest> requests, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(requests);
        var errors = new ErrorList();
        if (requests.Count == 0)
            errors.Add(XdsErrorCode.XDSRepositoryError, "The request names no document (ITI TF Supplement RMD, 3.86.4.1.2).");
        if (requests.Count > MaxDocuments)
            errors.Add(XdsErrorCode.XDSRepositoryError, $"The request names {requests.Count} documents; this repository removes at most {MaxDocuments} at once.");

        var asked = errors.HasErrors ? [] : requests.Distinct().ToList();
        var domain = domains.Current;
        var response = await store.WriteAsync(tx => Remove(tx, call, asked, domain, errors), cancellationToken).ConfigureAwait(false);
        if (response.Status != ResponseStatus.Failure) await EraseAsync().ConfigureAwait(false);
        return response;
    }

    // Runs in the store's transaction: no hold can be placed between the look and the removal.
    RegistryResponse Remove(IRegistryTransaction tx, AuditContext call, IReadOnlyList<DocumentRequest> requests, AffinityDomain domain, ErrorList errors)
    {
        var removed = new List<StoredDocument>();
        var audited = new List<RemovedDocument>();
        foreach (var request in requests)
        {
            var rows = Iti43RetrieveDocumentSet.IsOurs(request, domain, errors) ? Find(tx, request, errors) : [];
            var hold = rows.Count > 0 ? tx.FindLegalHold(request.DocumentUniqueId) : null;
            // Why is for the audit: a hold is nobody's business who is held off by it.
            if (hold is not null) errors.Add(XdsErrorCode.XDSRemoveDocumentsError, request.DocumentUniqueId);
            else removed.AddRange(rows);
            audited.Add(new RemovedDocument(request, rows, hold, Removed: rows.Count > 0 && hold is null));
        }

        var response = errors.HasErrors && removed.Count > 0
            ? new RegistryResponse(ResponseStatus.PartialSuccess, errors)
            : RegistryResponse.From(errors);
        var audit = AuditRecording.Of(Iti86RemoveDocumentsAudit.Of(call, audited, RegistrationAudit.Outcome(response).Description));
        if (removed.Count == 0) tx.Audit(audit);
        else tx.Apply(Removal(call, removed, audit));
        return response;
    }

    static IReadOnlyList<StoredDocument> Find(IRegistryTransaction tx, DocumentRequest request, ErrorList errors)
    {
        var rows = tx.FindDocuments(request.DocumentUniqueId);
        if (rows.Count == 0)
        {
            errors.Add(
                XdsErrorCode.XDSDocumentUniqueIdError,
                $"The repository holds no document with uniqueId '{request.DocumentUniqueId}' (ITI TF Supplement RMD, 3.86.4.1.3).",
                request.DocumentUniqueId);
        }

        return rows;
    }

    DocumentRemoval Removal(AuditContext call, IReadOnlyList<StoredDocument> documents, IReadOnlyList<AuditRecord> audit) => new()
    {
        At = clock.GetUtcNow(),
        By = $"{call.Caller.Institution}/{call.Caller.Who}",
        Documents = documents,
        Audit = audit,
    };

    // The documents are removed, whatever becomes of their bytes now: what is still pending is tried again.
    async Task EraseAsync()
    {
        try
        {
            await erasure.RunAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            return;
        }
    }
}
