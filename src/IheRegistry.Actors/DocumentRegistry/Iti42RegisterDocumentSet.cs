using IheRegistry.Actors.Audit;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Register Document Set-b [ITI-42] (ITI TF-2 3.42).</summary>
public sealed class Iti42RegisterDocumentSet(IRegistryStore store, AffinityDomainSource domains, FreeSpaceGuard space, TimeProvider clock)
{
    /// <summary>Registers a submission, all or nothing; when the answer is Success it is durable, and so is its audit.</summary>
    /// <param name="call">Who calls.</param>
    /// <param name="metadata">The submission as received.</param>
    /// <param name="cancellationToken">Gives up before the submission is queued, not after.</param>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public Task<RegistryResponse> RegisterAsync(AuditContext call, RegistryObjectList metadata, CancellationToken cancellationToken) =>
        RegisterAsync(call, metadata, SubmissionKind.Register, cancellationToken);

    /// <summary>
    /// Registers a submission that came by a transaction of its own rules and audit: what the registry then does is the same
    /// (ITI TF-2 3.61.4.1.3).
    /// </summary>
    internal async Task<RegistryResponse> RegisterAsync(
        AuditContext call, RegistryObjectList metadata, SubmissionKind kind, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var submission = SubmissionReader.Read(metadata, new RuleContext(kind, domains.Current), errors);
        if (space.IsLow)
            errors.Add(XdsErrorCode.XDSRegistryOutOfResources, "The registry has no room left; nothing was stored. Try again later.");
        if (submission is null || errors.HasErrors) return await RefuseAsync(call, metadata, kind, errors, cancellationToken).ConfigureAwait(false);
        var digest = Convert.FromHexString(SubmissionDigest.Of(metadata));
        return await RegisterAsync(call, submission, kind, digest, RepositoryPart.None, errors, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Registers a submission that has passed the rules of its metadata. A repository in this process has its own rows and audit
    /// committed together with the registry's.
    /// </summary>
    internal Task<RegistryResponse> RegisterAsync(
        AuditContext call,
        Submission submission,
        SubmissionKind kind,
        byte[] digest,
        RepositoryPart repository,
        ErrorList errors,
        CancellationToken cancellationToken)
    {
        var registration = new Registration(call, submission, kind, digest, repository, clock.GetUtcNow());
        registration.EncodeFragments();
        return store.WriteAsync(tx => Register(tx, registration, errors), cancellationToken);
    }

    // Runs in the store's transaction: what was read cannot change until the change is applied.
    static RegistryResponse Register(IRegistryTransaction tx, Registration registration, ErrorList errors)
    {
        var registry = tx.Read(RegistrationRules.Lookup(registration.Submission));
        if (registration.AnswerToRetry(registry) is { } first)
        {
            tx.Audit(registration.Audit(first));
            return first;
        }

        RegistrationRules.Check(registration.Submission, registry, errors);
        var response = RegistryResponse.From(errors);
        if (response.Status == ResponseStatus.Success) registration.WriteTo(tx, registry, response);
        else tx.Audit(registration.Audit(response));
        return response;
    }

    async Task<RegistryResponse> RefuseAsync(
        AuditContext call, RegistryObjectList metadata, SubmissionKind kind, ErrorList errors, CancellationToken cancellationToken)
    {
        var response = RegistryResponse.From(errors);
        var audit = RegistrationAudit.Of(call, SubmissionFacts.Of(metadata), kind, RepositoryPart.None, response);
        await store.AuditAsync(audit, cancellationToken).ConfigureAwait(false);
        return response;
    }
}
