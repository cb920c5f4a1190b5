namespace IheRegistry.Model.Rules;

/// <summary>The transaction by which metadata are submitted; ITI TF-3 table 4.3.1-3 asks other attributes of each.</summary>
public enum SubmissionKind
{
    /// <summary>ITI-41: hash, size and repositoryUniqueId may be absent; the repository completes them.</summary>
    ProvideAndRegister,

    /// <summary>ITI-42: the metadata of stored documents, complete.</summary>
    Register,

    /// <summary>ITI-61: entries of documents that are made when they are asked for.</summary>
    RegisterOnDemand,

    /// <summary>ITI-57: new versions and other changes of what is registered.</summary>
    Update,

    /// <summary>ITI-92: new versions of DocumentEntries in which some attributes must stay.</summary>
    RestrictedUpdate,

    /// <summary>
    /// ITI-41 to a Document Recipient (XDR): as to a repository, but of the affinity domain's codes it need know nothing, and each object that
    /// is marked as such is held to what <see cref="ProvideLimited"/> asks.
    /// </summary>
    ProvideToRecipient,

    /// <summary>An object of a Metadata-Limited Document Source in an ITI-41 to a Document Recipient (ITI TF-1 15.2.3).</summary>
    ProvideLimited,
}
