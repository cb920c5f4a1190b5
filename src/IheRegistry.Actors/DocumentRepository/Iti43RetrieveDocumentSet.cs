using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRepository.OnDemand;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Retrieve Document Set [ITI-43] (ITI TF-2 3.43).</summary>
public sealed class Iti43RetrieveDocumentSet(
    IDocumentStore documents, IRegistryStore store, OnDemandDocuments onDemand, AffinityDomainSource domains)
{
    // All documents of an answer are open before its first byte: half of the files that a process may usually have open (1,024).
    const int MaxDocuments = 500;

    /// <summary>
    /// Finds and opens the documents asked for. Existence and size of each are checked, and the access is audited, before the answer is
    /// handed over; the hash is checked while the bytes are read.
    /// </summary>
    /// <param name="call">Who calls.</param>
    /// <param name="requests">What is asked for.</param>
    /// <param name="scope">What the caller may see: the rest answers as if it did not exist.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<RetrievedDocumentSet> RetrieveAsync(
        AuditContext call, IReadOnlyList<DocumentRequest> requests, AccessScope scope, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var domain = domains.Current;
        var answer = new RetrievedDocumentSet(call, store);
        try
        {
            if (requests.Count == 0)
                errors.Add(XdsErrorCode.XDSRepositoryError, "The request names no document (ITI TF-2 3.43.4.1.2).");
            if (requests.Count > MaxDocuments)
            {
                errors.Add(
                    XdsErrorCode.XDSTooManyResults,
                    $"The request names {requests.Count} documents; this repository hands out at most {MaxDocuments} in one answer (ITI TF-3 table 4.2.4.1-2).");
            }

            foreach (var request in requests.Take(errors.HasErrors ? 0 : MaxDocuments))
                answer.Add(request, await OpenAsync(call, request, domain, scope, errors, cancellationToken).ConfigureAwait(false));
            await answer.SealAsync(errors, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            await answer.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    async Task<FoundDocument?> OpenAsync(
        AuditContext call, DocumentRequest request, AffinityDomain domain, AccessScope scope, ErrorList errors, CancellationToken cancellationToken)
    {
        if (!IsOurs(request, domain, errors)) return null;

        var rows = await store.FindDocumentsAsync(request.DocumentUniqueId, cancellationToken).ConfigureAwait(false);
        var visible = rows.Where(candidate => IsVisible(candidate, scope)).ToList();
        // One document may have several entries: it is there as long as one of them says so. A stored document and an on-demand entry
        // never share a uniqueId (ITI TF-3 4.1.1.3.2).
        return (visible.Find(candidate => !candidate.Offline) ?? visible.FirstOrDefault()) is { } row
            ? await OpenAsync(row, errors, cancellationToken).ConfigureAwait(false)
            : await onDemand.OpenAsync(call, request, domain, scope, errors, cancellationToken).ConfigureAwait(false);
    }

    async Task<FoundDocument> OpenAsync(StoredDocument row, ErrorList errors, CancellationToken cancellationToken)
    {
        if (row.Offline)
        {
            errors.Add(
                XdsErrorCode.XDSDocumentUniqueIdError,
                $"The document with uniqueId '{row.UniqueId}' is Offline and cannot be retrieved at present (documentAvailability, ITI TF-3 table 4.2.4.1-2).",
                row.UniqueId);
            return new FoundDocument(row.MimeType, row.PatientId, row.ConfidentialityCode, Content: null);
        }

        var opened = await documents.OpenAsync(row.Content, cancellationToken).ConfigureAwait(false);
        if (!opened.IsOpen)
        {
            errors.Add(
                XdsErrorCode.XDSDocumentUniqueIdError,
                $"The document with uniqueId '{row.UniqueId}' is not available at present (ITI TF-3 table 4.2.4.1-2).",
                row.UniqueId);
        }

        return new FoundDocument(row.MimeType, row.PatientId, row.ConfidentialityCode, opened.Content);
    }

    /// <summary>Whether a document is asked of this repository; the finding says why not.</summary>
    internal static bool IsOurs(DocumentRequest request, AffinityDomain domain, ErrorList errors)
    {
        if (!domain.IsOwnRepository(request.RepositoryUniqueId))
        {
            errors.Add(
                XdsErrorCode.XDSUnknownRepositoryId,
                $"RepositoryUniqueId '{request.RepositoryUniqueId}' is not this repository's (ITI TF-2 3.43.4.1.2).",
                request.RepositoryUniqueId);
            return false;
        }

        if (request.Home is { Length: > 0 } home && home != domain.HomeCommunityId)
        {
            errors.Add(
                XdsErrorCode.XDSUnknownCommunity,
                $"HomeCommunityId '{home}' is not this community's (ITI TF-3 table 4.2.4.1-2).",
                home);
            return false;
        }

        return true;
    }

    static bool IsVisible(StoredDocument document, AccessScope scope)
    {
        var codes = document.ConfidentialityCode.Split(' ');
        return !scope.HiddenConfidentialityCodes.Any(hidden => codes.Contains(hidden.ToString()));
    }
}
