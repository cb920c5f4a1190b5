using IheRegistry.Actors.Audit;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Restricted Update Document Set [ITI-92] (ITI TF-2 3.92): the Update Responder of the RMU Profile.</summary>
public sealed class Iti92RestrictedUpdateDocumentSet(IRegistryStore store, AffinityDomainSource domains, FreeSpaceGuard space, TimeProvider clock)
{
    readonly UpdateIntake _intake = new(
        store, domains, space, clock, SubmissionKind.RestrictedUpdate, Iti92RestrictedUpdateDocumentSetAudit.ByRegistry);

    /// <summary>
    /// Makes new versions of DocumentEntries, all or none; when the answer is Success they are durable, and so is their audit. Attributes that
    /// say what and whose the document is must stay, and the affinity domain says who may update what. An update that comes again from the
    /// same caller gets its first answer.
    /// </summary>
    /// <param name="call">Who calls.</param>
    /// <param name="metadata">The update as received.</param>
    /// <param name="cancellationToken">Gives up before the update is queued, not after.</param>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public Task<RegistryResponse> UpdateAsync(AuditContext call, RegistryObjectList metadata, CancellationToken cancellationToken) =>
        _intake.TakeAsync(call, metadata, cancellationToken);
}
