using System.Globalization;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Client;

/// <summary>The Associations by which an update says what is to be done (ITI TF-2 3.57.4.1.2); ids may be symbolic where they are new.</summary>
public static class MetadataUpdates
{
    /// <summary>A new version of a DocumentEntry or Folder.</summary>
    /// <param name="submissionSet">id of the SubmissionSet.</param>
    /// <param name="version">id of the new version, which has the logicalID of all versions.</param>
    /// <param name="previousVersion">The version that it supersedes.</param>
    /// <param name="propagates">Whether it takes over the Associations of that version.</param>
    public static RegistryObject NewVersion(string submissionSet, string version, int previousVersion, bool propagates = true) =>
        Association(
            AssociationType.HasMember,
            submissionSet,
            version,
            [
                new Slot(SlotNames.SubmissionSetStatus, "Original"),
                new Slot(SlotNames.PreviousVersion, previousVersion.ToString(CultureInfo.InvariantCulture)),
                new Slot(SlotNames.AssociationPropagation, propagates ? "yes" : "no"),
            ]);

    /// <summary>Another availabilityStatus of a DocumentEntry, Folder or Association.</summary>
    /// <param name="submissionSet">id of the SubmissionSet.</param>
    /// <param name="target">entryUUID of the object.</param>
    /// <param name="original">The status that it has.</param>
    /// <param name="status">The status that it is to have.</param>
    public static RegistryObject Status(string submissionSet, string target, AvailabilityStatus original, AvailabilityStatus status) =>
        Association(
            AssociationType.UpdateAvailabilityStatus,
            submissionSet,
            target,
            [new Slot(SlotNames.OriginalStatus, original.ToUrn()), new Slot(SlotNames.NewStatus, status.ToUrn())]);

    /// <summary>A new Association, which is sent beside this.</summary>
    /// <param name="submissionSet">id of the SubmissionSet.</param>
    /// <param name="association">id of the new Association.</param>
    public static RegistryObject Submit(string submissionSet, string association) =>
        Association(AssociationType.SubmitAssociation, submissionSet, association, []);

    static RegistryObject Association(AssociationType type, string source, string target, IReadOnlyList<Slot> slots) => new()
    {
        Element = EbrimElement.Association,
        Id = $"{type}-{target}",
        AssociationType = type.ToUrn(),
        SourceObject = source,
        TargetObject = target,
        Slots = slots,
    };
}
