namespace IheRegistry.Store.Registry;

/// <summary>What the change log says happened to an object. The numbers are stored: never renumber.</summary>
public enum ChangeAction
{
    /// <summary>It was registered.</summary>
    Registered = 1,

    /// <summary>It became Deprecated.</summary>
    Deprecated = 2,

    /// <summary>Documents were put into this Folder, or taken out of it.</summary>
    FolderChanged = 3,

    /// <summary>It was registered as a new version of an object (ITI-57, ITI-92).</summary>
    NewVersion = 4,

    /// <summary>Its availabilityStatus was changed by request (ITI-57); the row says to what.</summary>
    StatusChanged = 5,

    /// <summary>It was removed (ITI-62); the table of removed objects keeps its ids.</summary>
    Removed = 6,

    /// <summary>It belongs to another patient than before: it is a new version that does, or its patient's id changed (ITI-64).</summary>
    PatientChanged = 7,

    /// <summary>Its document was removed from the repository (ITI-86).</summary>
    DocumentRemoved = 8,
}
