using IheRegistry.Actors.Audit;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What the audit can say of a submission that the rules refused: as far as it could be read.</summary>
static class SubmissionFacts
{
    internal static AuditedSubmission Of(RegistryObjectList metadata)
    {
        foreach (var item in metadata.Objects)
        {
            var uniqueId = item.Identifier(SchemeUuids.SubmissionSetUniqueId);
            var patientId = item.Identifier(SchemeUuids.SubmissionSetPatientId);
            if (uniqueId is not null || patientId is not null) return new AuditedSubmission(uniqueId, patientId);
        }

        return AuditedSubmission.Unknown;
    }

    internal static AuditedSubmission Of(Submission submission) =>
        new(submission.SubmissionSet.UniqueId, submission.SubmissionSet.PatientId.ToString());
}
