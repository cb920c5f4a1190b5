namespace IheRegistry.Store.Documents;

/// <summary>A document that must be there and is not what was stored.</summary>
/// <param name="Key">Which.</param>
/// <param name="Fault">What is wrong with it.</param>
public sealed record DocumentFault(ContentKey Key, ContentFault Fault)
{
    /// <summary>Owner and name in the store, as the path below the documents' folder has them, and the fault; nothing of a patient.</summary>
    public override string ToString() => $"{Key.Owner}/{Key.Sha256}: {Fault}";
}
