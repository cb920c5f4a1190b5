namespace IheRegistry.Model.Metadata;

/// <summary>The four kinds of XDS metadata objects. The numbers are stored: never renumber.</summary>
public enum ObjectKind
{
    /// <summary>A DocumentEntry, stable or on-demand.</summary>
    DocumentEntry = 1,

    /// <summary>A SubmissionSet.</summary>
    SubmissionSet = 2,

    /// <summary>A Folder.</summary>
    Folder = 3,

    /// <summary>An Association.</summary>
    Association = 4,
}
