namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>The ebRIM elements that XDS uses for its objects.</summary>
public enum EbrimElement
{
    /// <summary>rim:ExtrinsicObject: a DocumentEntry.</summary>
    ExtrinsicObject,

    /// <summary>rim:RegistryPackage: a SubmissionSet or a Folder, as its classification says.</summary>
    RegistryPackage,

    /// <summary>rim:Association.</summary>
    Association,
}
