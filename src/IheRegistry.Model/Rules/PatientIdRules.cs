using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>All objects of a submission belong to one patient (ITI TF-2 3.42.4.1.3.3.2), known to the registry or not.</summary>
static class PatientIdRules
{
    public static void Check(SubmittedObjects objects, RuleContext context, ErrorList errors)
    {
        if (objects.SubmissionSet?.Source.Identifier(SchemeUuids.SubmissionSetPatientId) is not { } expected) return;
        foreach (var item in objects.All)
        {
            if (PatientIdOf(item) is { } patientId && !SamePatient(patientId, expected))
                errors.Breach(
                    context.IsUpdate ? XdsErrorCode.XDSPatientIDReconciliationError : XdsErrorCode.XDSPatientIdDoesNotMatch,
                    item.Place.At("patientId"),
                    $"{Quoted.Text(patientId)} is not the SubmissionSet's, {Quoted.Text(expected)}",
                    Tf.PatientIds);
        }
    }

    // Trailing separators make no other patient; what is no CX is reported as such and compared as text.
    static bool SamePatient(string one, string other) =>
        one == other || (PatientId.Parse(one) is { } patient && patient == PatientId.Parse(other));

    static string? PatientIdOf(SubmittedObject item) => item.Kind switch
    {
        ObjectKind.DocumentEntry => item.Source.Identifier(SchemeUuids.DocumentEntryPatientId),
        ObjectKind.Folder => item.Source.Identifier(SchemeUuids.FolderPatientId),
        _ => null,
    };
}
