using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Provide and Register Document Set-b [ITI-41] (ITI TF-2 3.41).</summary>
public sealed class Iti41ProvideAndRegister(
    Iti42RegisterDocumentSet registry,
    IDocumentStore documents,
    IRegistryStore store,
    AffinityDomainSource domains,
    FreeSpaceGuard space,
    RepositoryLimits limits,
    TimeProvider clock)
{
    /// <summary>
    /// Stores the documents and registers them, all or nothing. When the answer is Success, documents, metadata and audit are durable.
    /// </summary>
    /// <param name="call">Who calls.</param>
    /// <param name="request">What is provided.</param>
    /// <param name="cancellationToken">Gives up while documents arrive; a registration that is queued goes on.</param>
    /// <exception cref="IOException">The client broke off, or the store cannot make anything durable; nothing is kept.</exception>
    public Task<RegistryResponse> ProvideAndRegisterAsync(
        AuditContext call, ProvidedDocumentSet request, CancellationToken cancellationToken) =>
        ProvideAndRegisterAsync(call, request, _ => { }, cancellationToken);

    /// <summary>As the other, and what is written beside is committed with the registration.</summary>
    internal async Task<RegistryResponse> ProvideAndRegisterAsync(
        AuditContext call, ProvidedDocumentSet request, Action<IRegistryTransaction> writeBeside, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var domain = domains.Current;
        var submission = SubmissionReader.Read(request.Metadata, new RuleContext(SubmissionKind.ProvideAndRegister, domain), errors);
        ProvidedDocumentRules.Check(request, errors);
        // Asked before the documents arrive, and for submissions without any, which the document store never sees.
        if (space.IsLow)
            errors.Add(XdsErrorCode.XDSRepositoryOutOfResources, "The repository has no room left; nothing was stored. Try again later.");
        if (submission is null || errors.HasErrors) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);

        await using var intake = new DocumentIntake(documents, request, submission, limits.MaxDocumentBytes);
        await intake.StageAsync(errors, cancellationToken).ConfigureAwait(false);
        if (errors.HasErrors) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);

        var completed = intake.Complete(domain.RepositoryUniqueId);
        return await StoreAndRegisterAsync(call, request, intake, completed, writeBeside, errors, cancellationToken).ConfigureAwait(false);
    }

    async Task<RegistryResponse> StoreAndRegisterAsync(
        AuditContext call, ProvidedDocumentSet request, DocumentIntake intake, Submission completed, Action<IRegistryTransaction> writeBeside, ErrorList errors,
        CancellationToken cancellationToken)
    {
        using var committed = await intake.CommitAsync(call.Caller.Institution, errors, cancellationToken).ConfigureAwait(false);
        if (committed is null) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);

        var part = new StoredPart(call, committed, clock.GetUtcNow());
        try
        {
            // The rows and the registration commit together; once queued they are not called off.
            var response = await registry.RegisterAsync(
                part.RegistryCall,
                completed,
                SubmissionKind.Register,
                intake.Digest(),
                part.ToRepositoryPart() with { WriteBeside = writeBeside },
                errors,
                CancellationToken.None).ConfigureAwait(false);
            // Refused, or a retry that stored nothing: what no row refers to must not stay.
            if (!part.IsRegistered) await committed.DiscardAsync(CancellationToken.None).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (failure is not StoreUnavailableException)
        {
            // Nothing was registered. Not so sure where the disk failed: rows may come back at the next start, so the documents stay.
            await committed.DiscardAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    async Task<RegistryResponse> RefuseAsync(
        AuditContext call, ProvidedDocumentSet request, ErrorList errors, CancellationToken cancellationToken)
    {
        var response = RegistryResponse.From(errors);
        var audited = Iti41ProvideAndRegisterAudit.Of(call, SubmissionFacts.Of(request.Metadata), RegistrationAudit.Outcome(response));
        await store.AuditAsync([AuditRecording.Of(audited)], cancellationToken).ConfigureAwait(false);
        return response;
    }
}
