using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>
/// Finds what goes into a summary: the patient's approved, stable documents that the caller may see. Snapshots of on-demand entries are
/// left out, since what they say is in the documents that they were assembled from.
/// </summary>
sealed class SummaryPlanner(IRegistryQueries queries, IRegistryStore store, OnDemandLimits limits)
{
    static readonly IReadOnlyList<AvailabilityStatus> Approved = [AvailabilityStatus.Approved];
    static readonly IReadOnlyList<AvailabilityStatus> AnyStatus = [AvailabilityStatus.Approved, AvailabilityStatus.Deprecated];

    internal async Task<SummaryPlan> PlanAsync(OnDemandEntry entry, AffinityDomain domain, AccessScope scope, CancellationToken cancellationToken)
    {
        var snapshots = await SnapshotsAsync(entry.Patient, cancellationToken).ConfigureAwait(false);
        var (newest, unlisted) = await NewestAsync(entry.Patient, snapshots, scope, cancellationToken).ConfigureAwait(false);
        var sources = new List<PlannedSource>(newest.Count);
        var room = new Room(limits);
        foreach (var document in newest)
        {
            var row = await RowAsync(document, domain, cancellationToken).ConfigureAwait(false);
            var reason = Reason(document, row, domain) ?? room.Take(row!.Size);
            sources.Add(new PlannedSource(document, row, reason));
            if (sources.Count - room.Merged <= limits.MaxListed) continue;
            sources.RemoveAt(sources.Count - 1);
            unlisted++;
        }

        return new SummaryPlan(entry, sources, unlisted, domain);
    }

    static NotMerged? Reason(DocumentEntry document, StoredDocument? row, AffinityDomain domain)
    {
        if (document.RepositoryUniqueId is not { } repository || !domain.IsOwnRepository(repository)) return NotMerged.ElsewhereStored;
        if (!IsXml(document.MimeType)) return NotMerged.OtherFormat;
        return row is null ? NotMerged.Unavailable : null;
    }

    static bool IsXml(string mimeType)
    {
        var type = mimeType.Split(';')[0].Trim();
        return type.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+xml", StringComparison.OrdinalIgnoreCase);
    }

    // The newest, in bounded memory however many there are.
    async Task<(IReadOnlyList<DocumentEntry> Newest, int Unlisted)> NewestAsync(
        PatientId patient, HashSet<string> without, AccessScope scope, CancellationToken cancellationToken)
    {
        var query = new FindDocumentsQuery(new DocumentCriteria { PatientIds = [patient], Statuses = Approved });
        using var found = await queries.QueryAsync(query, ReturnType.LeafClass, scope, cancellationToken).ConfigureAwait(false);
        var newest = new PriorityQueue<DocumentEntry, (long Time, long Row)>();
        var unlisted = 0;
        foreach (var item in found)
        {
            if (without.Contains(item.EntryUuid)) continue;
            var entry = DocumentEntryMapping.Read(RegisteredObjectReader.Read(item));
            newest.Enqueue(entry, (Dtm.TryToKey(entry.CreationTime, out var time) ? time : 0, item.Row));
            if (newest.Count <= limits.MaxDocuments + limits.MaxListed) continue;
            newest.Dequeue();
            unlisted++;
        }

        var ordered = new List<DocumentEntry>(newest.Count);
        while (newest.TryDequeue(out var entry, out _)) ordered.Add(entry);
        ordered.Reverse();
        return (ordered, unlisted);
    }

    // Of any status and whoever asks: what is left out must not depend on it.
    async Task<HashSet<string>> SnapshotsAsync(PatientId patient, CancellationToken cancellationToken)
    {
        var onDemand = await ReferencesAsync(
            new FindDocumentsQuery(new DocumentCriteria { PatientIds = [patient], Statuses = AnyStatus, Types = DocumentEntryTypes.OnDemand }),
            cancellationToken).ConfigureAwait(false);
        if (onDemand.Count == 0) return [];
        return await ReferencesAsync(
            new GetRelatedDocumentsQuery(
                new ObjectIds(ObjectIdKind.EntryUuid, [.. onDemand]),
                [AssociationType.IsSnapshotOf],
                new DocumentFilter { Types = DocumentEntryTypes.All }),
            cancellationToken).ConfigureAwait(false);
    }

    async Task<HashSet<string>> ReferencesAsync(RegistryQuery query, CancellationToken cancellationToken)
    {
        var any = query with { Level = MetadataLevel.Two, AssociationStatuses = AnyStatus };
        using var found = await queries.QueryAsync(any, ReturnType.ObjectRef, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(item => item.EntryUuid)];
    }

    // Another version of the entry has the same document, and its row may name the first.
    async Task<StoredDocument?> RowAsync(DocumentEntry document, AffinityDomain domain, CancellationToken cancellationToken)
    {
        if (document.RepositoryUniqueId is not { } repository || !domain.IsOwnRepository(repository)) return null;
        var rows = await store.FindDocumentsAsync(document.UniqueId, cancellationToken).ConfigureAwait(false);
        return rows.FirstOrDefault(row => row.EntryUuid == document.EntryUuid)
            ?? rows.FirstOrDefault(row => string.Equals(row.Sha1, document.Hash, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>What is left of a summary's bounds.</summary>
    sealed class Room(OnDemandLimits limits)
    {
        long _bytes;

        internal int Merged { get; private set; }

        internal NotMerged? Take(long size)
        {
            if (size > limits.MaxDocumentBytes) return NotMerged.TooLarge;
            if (Merged == limits.MaxDocuments) return NotMerged.BeyondCount;
            if (_bytes + size > limits.MaxBytes) return NotMerged.BeyondBytes;
            _bytes += size;
            Merged++;
            return null;
        }
    }
}
