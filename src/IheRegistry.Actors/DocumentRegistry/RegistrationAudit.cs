using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Rules;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>The audit of a registration: the repository's events, if it is in this process, and the registry's (ITI TF-2 3.42.5.1, 3.61.5.1).</summary>
static class RegistrationAudit
{
    internal static IReadOnlyList<AuditRecord> Of(
        AuditContext call, AuditedSubmission submission, SubmissionKind kind, RepositoryPart repository, RegistryResponse response)
    {
        var outcome = Outcome(response);
        return
        [
            .. repository.Audit(submission, outcome).Select(AuditRecording.Of),
            AuditRecording.Of(kind == SubmissionKind.RegisterOnDemand
                ? Iti61RegisterOnDemandDocumentEntryAudit.ByRegistry(call, submission, outcome)
                : Iti42RegisterDocumentSetAudit.ByRegistry(call, submission, outcome)),
        ];
    }

    /// <summary>How a response is audited: the error codes say what failed.</summary>
    internal static AuditOutcome Outcome(RegistryResponse response)
    {
        if (response.Status == ResponseStatus.Success) return AuditOutcome.Success;
        var codes = string.Join(' ', response.Errors.Where(e => e.Severity == Severity.Error).Select(e => e.Code).Distinct());
        return response.Status == ResponseStatus.PartialSuccess ? AuditOutcome.PartialSuccess(codes) : AuditOutcome.Failure(codes);
    }
}
