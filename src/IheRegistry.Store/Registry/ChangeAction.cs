namespace IheRegistry.Store.Registry;

/// <summary>What the change log says happened to an object. The numbers are stored: never renumber.</summary>
public enum ChangeAction
{
    /// <summary>It was registered.</summary>
    Registered = 1,

    /// <summary>It became Deprecated.</summary>
    Deprecated = 2,

    /// <summary>Documents were put into this Folder.</summary>
    FolderChanged = 3,
}
