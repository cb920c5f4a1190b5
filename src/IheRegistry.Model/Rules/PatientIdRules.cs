using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.Rules;

/// <summary>All objects of a submission belong to one patient (ITI TF-2 3.42.4.1.3), known to the registry or not.</summary>
static class PatientIdRules
{
    public static void Check(SubmittedObjects objects, ErrorList errors)
    {
        if (objects.SubmissionSet?.Source.Identifier(SchemeUuids.SubmissionSetPatientId) is not { } expected) return;
        foreach (var item in objects.All)
        {
            if (PatientIdOf(item) is { } patientId && patientId != expected)
                errors.Breach(
                    XdsErrorCode.XDSPatientIdDoesNotMatch,
                    item.Place.At("patientId"),
                    $"{Quoted.Text(patientId)} is not the SubmissionSet's, {Quoted.Text(expected)}",
                    Tf.Register);
        }
    }

    static string? PatientIdOf(SubmittedObject item) => item.Kind switch
    {
        ObjectKind.DocumentEntry => item.Source.Identifier(SchemeUuids.DocumentEntryPatientId),
        ObjectKind.Folder => item.Source.Identifier(SchemeUuids.FolderPatientId),
        _ => null,
    };
}
