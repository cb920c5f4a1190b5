using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>What a submission is made of: one SubmissionSet, DocumentEntries, Folders, Associations (ITI TF-3 4.1.4 and 4.2.1.5).</summary>
static class StructureRules
{
    public static void Check(SubmittedObjects objects, RegistryObjectList submitted, SubmissionKind kind, ErrorList errors)
    {
        CheckLeftovers(submitted, errors);
        var sets = 0;
        foreach (var item in objects.All)
        {
            if (item.Kind is null)
                errors.Breach(item.Place, "is classified neither as a SubmissionSet nor as a Folder", Tf.PackageMark);
            if (item.Kind != ObjectKind.SubmissionSet) continue;
            if (++sets > 1) errors.Breach(item.Place, "is one SubmissionSet too many: a submission has exactly one", Tf.Submission);
        }

        if (sets == 0)
            errors.Add(XdsErrorCode.XDSRegistryMetadataError, $"The submission has no SubmissionSet: it must have exactly one ({Tf.Submission}).");
        if (kind == SubmissionKind.RegisterOnDemand && !objects.All.Any(item => item.Kind == ObjectKind.DocumentEntry))
            errors.Add(XdsErrorCode.XDSRegistryMetadataError, $"The submission has no DocumentEntry: it must have at least one, on-demand ({Tf.OnDemandSubmission}).");
    }

    static void CheckLeftovers(RegistryObjectList submitted, ErrorList errors)
    {
        foreach (var name in submitted.Unknown)
            errors.Add(
                XdsErrorCode.XDSRegistryMetadataError,
                $"RegistryObjectList: element {Quoted.Text(name)} is not an object of XDS metadata ({Tf.Submission}).",
                name);
        foreach (var stray in submitted.Stray)
            errors.Add(
                XdsErrorCode.XDSRegistryMetadataError,
                $"Classification {Quoted.Text(stray.Id)}: classifiedObject {Quoted.Text(stray.ClassifiedObject)} is not in the submission"
                + $" ({Tf.PackageMark}).",
                stray.Id);
    }
}
