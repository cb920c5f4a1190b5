using IheRegistry.Actors.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// Register On-Demand Document Entry [ITI-61] (ITI TF-2 3.61). Apart from what an on-demand entry may say and whose uniqueId it may
/// have, the registry does what it does for ITI-42 (3.61.4.1.3).
/// </summary>
public sealed class Iti61RegisterOnDemandDocumentEntry(Iti42RegisterDocumentSet registration)
{
    /// <summary>Registers a submission, all or nothing; when the answer is Success it is durable, and so is its audit.</summary>
    /// <param name="call">Who calls.</param>
    /// <param name="metadata">The submission as received.</param>
    /// <param name="cancellationToken">Gives up before the submission is queued, not after.</param>
    /// <exception cref="Store.StoreUnavailableException">The store cannot make anything durable.</exception>
    public Task<RegistryResponse> RegisterAsync(AuditContext call, RegistryObjectList metadata, CancellationToken cancellationToken) =>
        registration.RegisterAsync(call, metadata, SubmissionKind.RegisterOnDemand, cancellationToken);
}
