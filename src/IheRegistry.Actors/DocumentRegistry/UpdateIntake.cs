using IheRegistry.Actors.Audit;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Updates;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The way of an update into the registry, which ITI-57 and ITI-92 share.</summary>
/// <param name="store">The registry.</param>
/// <param name="domains">The affinity domain.</param>
/// <param name="space">Refuses writes when the disk is nearly full.</param>
/// <param name="clock">The time.</param>
/// <param name="kind">Which of the two it is.</param>
/// <param name="audit">Its audit event.</param>
sealed class UpdateIntake(
    IRegistryStore store,
    AffinityDomainSource domains,
    FreeSpaceGuard space,
    TimeProvider clock,
    SubmissionKind kind,
    Func<AuditContext, AuditedSubmission, AuditOutcome, AuditEvent> audit)
{
    readonly UpdateErrorCodes _codes = UpdateErrorCodes.Of(kind);

    /// <summary>Applies an update, all or nothing.</summary>
    internal async Task<RegistryResponse> TakeAsync(AuditContext call, RegistryObjectList metadata, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var domain = domains.Current;
        var submission = SubmissionReader.Read(metadata, new RuleContext(kind, domain), errors);
        if (space.IsLow)
            errors.Add(XdsErrorCode.XDSRegistryOutOfResources, "The registry has no room left; nothing was stored. Try again later.");
        if (submission is null || errors.HasErrors) return await RefuseAsync(call, metadata, errors, cancellationToken).ConfigureAwait(false);

        var digest = Convert.FromHexString(SubmissionDigest.Of(metadata));
        var update = new DocumentSetUpdate(call, MetadataUpdate.Of(submission), digest, clock.GetUtcNow());
        update.EncodeFragments();
        return await store.WriteAsync(tx => Apply(tx, call, update, domain, errors), cancellationToken).ConfigureAwait(false);
    }

    // Runs in the store's transaction: of two updates of one object, the second finds the first's version.
    RegistryResponse Apply(IRegistryTransaction tx, AuditContext call, DocumentSetUpdate update, AffinityDomain domain, ErrorList errors)
    {
        var registry = tx.Read(Lookup(update.Update));
        if (update.AnswerToRetry(registry) is { } first)
        {
            tx.Audit(Audit(call, update.Update.Submission, first));
            return first;
        }

        var propagation = AssociationPropagation.Of(update.Update, registry);
        Check(update.Update, registry, propagation, domain, errors);
        var response = RegistryResponse.From(errors);
        var audited = Audit(call, update.Update.Submission, response);
        if (response.Status == ResponseStatus.Success) tx.Apply(update.Change(registry, propagation, response, audited));
        else tx.Audit(audited);
        return response;
    }

    void Check(MetadataUpdate update, RegistrySnapshot registry, AssociationPropagation propagation, AffinityDomain domain, ErrorList errors)
    {
        var restricted = _codes.IsRestricted ? new RestrictedUpdateRules(update, registry, domain, errors) : null;
        if (restricted?.CheckPermissions() == false) return;
        new UpdateRules(update, registry, _codes, errors).Check(propagation);
        restricted?.Check();
    }

    RegistryLookup Lookup(MetadataUpdate update)
    {
        var lookup = UpdateRules.Lookup(update);
        return _codes.IsRestricted ? lookup with { Contents = lookup.LogicalIds } : lookup;
    }

    async Task<RegistryResponse> RefuseAsync(
        AuditContext call, RegistryObjectList metadata, ErrorList errors, CancellationToken cancellationToken)
    {
        var response = RegistryResponse.From(errors);
        var audited = AuditRecording.Of(audit(call, SubmissionFacts.Of(metadata), RegistrationAudit.Outcome(response)));
        await store.AuditAsync([audited], cancellationToken).ConfigureAwait(false);
        return response;
    }

    IReadOnlyList<AuditRecord> Audit(AuditContext call, Submission submission, RegistryResponse response) =>
        [AuditRecording.Of(audit(call, SubmissionFacts.Of(submission), RegistrationAudit.Outcome(response)))];
}
