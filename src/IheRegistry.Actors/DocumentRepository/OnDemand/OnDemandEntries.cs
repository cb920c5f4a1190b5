using IheRegistry.Model.Access;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>Finds on-demand entries and what stands around them in the registry.</summary>
sealed class OnDemandEntries(IRegistryQueries queries)
{
    /// <summary>
    /// The entry that a request names: on-demand, in this repository, and approved, since a deprecated one has no current content
    /// (ITI TF-3 4.1.1.3.2). Of several with one uniqueId, which all mean the same content, the newest.
    /// </summary>
    internal async Task<OnDemandEntry?> FindAsync(
        DocumentRequest request, AccessScope scope, ErrorList errors, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(request, scope, cancellationToken).ConfigureAwait(false);
        var approved = named.Where(item => item.Status == AvailabilityStatus.Approved).Select(item => item.Entry).ToList();
        if (approved.Select(entry => entry.Patient).Distinct().Count() > 1)
        {
            errors.Add(
                XdsErrorCode.XDSResultNotSinglePatient,
                $"On-demand entries of several patients have the uniqueId '{request.DocumentUniqueId}' (ITI TF-3 table 4.2.4.1-2).",
                request.DocumentUniqueId);
            return null;
        }

        if (approved.Count > 0) return approved[^1];
        errors.Add(
            XdsErrorCode.XDSDocumentUniqueIdError,
            named.Count == 0
                ? $"The repository holds no document with uniqueId '{request.DocumentUniqueId}' (ITI TF-2 3.43.4.2.3)."
                : $"The on-demand entry with uniqueId '{request.DocumentUniqueId}' is deprecated: it has no current content (ITI TF-3 4.1.1.3.2).",
            request.DocumentUniqueId);
        return null;
    }

    /// <summary>The contentTypeCode under which an entry was submitted; null when its SubmissionSet has none.</summary>
    internal async Task<Code?> ContentTypeAsync(OnDemandEntry entry, CancellationToken cancellationToken)
    {
        using var found = await queries.QueryAsync(
            new GetSubmissionSetsQuery([entry.Entry.EntryUuid]), ReturnType.LeafClass, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
        return found
            .Where(item => item.Kind == ObjectKind.SubmissionSet)
            .Select(item => SubmissionSetMapping.Read(RegisteredObjectReader.Read(item)).ContentTypeCode)
            .FirstOrDefault();
    }

    /// <summary>True for an entry that is there and approved.</summary>
    internal async Task<bool> IsApprovedAsync(string entryUuid, CancellationToken cancellationToken)
    {
        using var found = await queries.QueryAsync(
            new GetDocumentsQuery(new ObjectIds(ObjectIdKind.EntryUuid, [entryUuid])), ReturnType.ObjectRef, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
        return found.Any(item => item.Status == AvailabilityStatus.Approved);
    }

    async Task<IReadOnlyList<(AvailabilityStatus Status, OnDemandEntry Entry)>> NamedAsync(
        DocumentRequest request, AccessScope scope, CancellationToken cancellationToken)
    {
        using var found = await queries.QueryAsync(
            new GetDocumentsQuery(new ObjectIds(ObjectIdKind.UniqueId, [request.DocumentUniqueId])), ReturnType.LeafClass, scope, cancellationToken).ConfigureAwait(false);
        return
        [
            .. found
                .OrderBy(item => item.Row)
                .Select(item => (item.Status, Entry: new OnDemandEntry(DocumentEntryMapping.Read(RegisteredObjectReader.Read(item)), item.PatientId!)))
                .Where(item => item.Entry.Entry.OnDemand && item.Entry.Entry.RepositoryUniqueId == request.RepositoryUniqueId),
        ];
    }
}
