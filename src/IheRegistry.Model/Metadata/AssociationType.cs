namespace IheRegistry.Model.Metadata;

/// <summary>Association types (ITI TF-3 table 4.2.2-1). The numbers are stored: never renumber.</summary>
public enum AssociationType
{
    /// <summary>Membership in a SubmissionSet or Folder.</summary>
    HasMember = 1,

    /// <summary>Replaces.</summary>
    Replace = 2,

    /// <summary>Transforms.</summary>
    Transform = 3,

    /// <summary>Appends to.</summary>
    Append = 4,

    /// <summary>Transforms and replaces.</summary>
    TransformReplace = 5,

    /// <summary>A digital signature over.</summary>
    Signs = 6,

    /// <summary>A stable snapshot of an on-demand entry.</summary>
    IsSnapshotOf = 7,

    /// <summary>Metadata update: changes an availabilityStatus (XDS Metadata Update supplement).</summary>
    UpdateAvailabilityStatus = 8,

    /// <summary>Metadata update: submits an association (the same supplement).</summary>
    SubmitAssociation = 9,
}
