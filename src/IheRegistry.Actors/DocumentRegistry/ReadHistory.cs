using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Metadata.History;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Tells who changed a DocumentEntry or Folder, what, and when. No transaction of IHE's: an access like any other, and audited.</summary>
public sealed class ReadHistory(IRegistryStore store)
{
    /// <summary>The history of an object, once its audit is durable; null when there is none of that logicalID.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="logicalId">logicalID of the object.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">The access could not be audited.</exception>
    public async Task<HistoryAnswer?> ReadAsync(AuditContext call, string logicalId, CancellationToken cancellationToken)
    {
        var history = await store.ReadHistoryAsync(logicalId, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> patients = [.. history?.Patients.Select(patient => patient.ToString()) ?? []];
        var outcome = history is null ? AuditOutcome.Failure("not found") : AuditOutcome.Success;
        await store.AuditAsync([AuditRecording.Of(ReadHistoryAudit.Of(call, logicalId, patients, outcome))], cancellationToken).ConfigureAwait(false);
        return history is null ? null : new HistoryAnswer(logicalId, history.Kind, Versions(history), history.Changes);
    }

    static List<HistoryVersion> Versions(ObjectHistory history)
    {
        var objects = history.Versions.Select(FragmentDecoder.Decode).ToList();
        return
        [
            .. history.Versions.Select((version, i) => new HistoryVersion(
                version.Version,
                version.EntryUuid,
                version.Status,
                i == 0 ? [] : MetadataDifference.Between(history.Kind, objects[i - 1], objects[i]))),
        ];
    }
}
