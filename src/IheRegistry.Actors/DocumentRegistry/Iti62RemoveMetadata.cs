using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// Remove Metadata [ITI-62] (ITI TF Supplement RMD, 3.62). The documents stay in their repository: ITI-86 removes them.
/// </summary>
public sealed class Iti62RemoveMetadata(IRegistryStore store, TimeProvider clock)
{
    // All writes wait while one runs: so many objects take about half a second, and no submission has as many.
    const int MaxObjects = 10_000;

    /// <summary>Removes the objects, all or nothing; when the answer is Success it is durable, and so is its audit.</summary>
    /// <param name="call">Who calls.</param>
    /// <param name="request">What is to be removed.</param>
    /// <param name="cancellationToken">Gives up before the removal is queued, not after.</param>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public async Task<RegistryResponse> RemoveAsync(AuditContext call, RemoveObjectsRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(request);
        var errors = new ErrorList();
        CheckRequest(request, errors);
        if (!errors.HasErrors) return await store.WriteAsync(tx => Remove(tx, call, request.ObjectRefs, errors), cancellationToken).ConfigureAwait(false);

        var response = RegistryResponse.From(errors);
        var unread = request.ObjectRefs.Take(MaxObjects).Distinct().Select(id => new AuditedObject(id, PatientId: null));
        await store.AuditAsync(Audit(call, [.. unread], response), cancellationToken).ConfigureAwait(false);
        return response;
    }

    // 3.62.4.1.2: an ObjectRefList, no AdhocQuery, no deletionScope; the one that says what goes without saying does no harm.
    static void CheckRequest(RemoveObjectsRequest request, ErrorList errors)
    {
        if (request.HasAdhocQuery)
            errors.Add(XdsErrorCode.XDSRegistryError, "An AdhocQuery cannot say what is to be removed (ITI TF Supplement RMD, 3.62.4.1.2).");
        if (request.DeletionScope is { } scope && scope != RemoveObjectsRequest.DeleteAll)
            errors.Add(XdsErrorCode.XDSRegistryError, $"The deletionScope '{scope}' is not supported (ITI TF Supplement RMD, 3.62.4.1.2).");
        if (request.ObjectRefs.Count == 0)
            errors.Add(XdsErrorCode.XDSRegistryError, "The request names no object (ITI TF Supplement RMD, 3.62.4.1.2).");
        if (request.ObjectRefs.Count > MaxObjects)
            errors.Add(XdsErrorCode.XDSRegistryError, $"The request names {request.ObjectRefs.Count} objects; this registry removes at most {MaxObjects} at once.");
    }

    // Runs in the store's transaction: what was read cannot change until the change is applied.
    RegistryResponse Remove(IRegistryTransaction tx, AuditContext call, IReadOnlyList<string> ids, ErrorList errors)
    {
        var rules = new RemovalRules(tx.ReadForRemoval(ids), ids);
        rules.Check(errors);
        var response = RegistryResponse.From(errors);
        var audit = Audit(
            call,
            [
                .. rules.Objects.Select(item => new AuditedObject(item.EntryUuid, rules.PatientOf(item))),
                .. rules.Unknown.Select(id => new AuditedObject(id, PatientId: null)),
            ],
            response);
        if (errors.HasErrors) tx.Audit(audit);
        else tx.Apply(Removal(call, rules, audit));
        return response;
    }

    MetadataRemoval Removal(AuditContext call, RemovalRules rules, IReadOnlyList<AuditRecord> audit) => new()
    {
        At = clock.GetUtcNow(),
        By = $"{call.Caller.Institution}/{call.Caller.Who}",
        Objects = rules.Objects,
        ChangedFolders = rules.ChangedFolders,
        Audit = audit,
    };

    static IReadOnlyList<AuditRecord> Audit(AuditContext call, IReadOnlyList<AuditedObject> objects, RegistryResponse response) =>
        AuditRecording.Of(Iti62RemoveMetadataAudit.Of(call, objects, RegistrationAudit.Outcome(response)));
}
