namespace IheRegistry.Model.AffinityDomains;

/// <summary>What a document source may update by Restricted Update Document Set (ITI-92).</summary>
public enum UpdatePermission
{
    /// <summary>Documents of any source.</summary>
    Any,

    /// <summary>Documents that it, or another source of its institution, has published.</summary>
    Own,

    /// <summary>Nothing.</summary>
    None,
}
