namespace IheRegistry.Store.Documents;

/// <summary>
/// A document is not what was stored, found out while it is read. Whoever sends it must break off without the closing boundary, so
/// that nobody takes half a document, or a wrong one, for the whole.
/// </summary>
public sealed class DocumentDamagedException : IOException
{
    internal DocumentDamagedException(ContentKey key, ContentFault fault)
        : base($"Document {key.Sha256} of '{key.Owner}' is damaged: {fault}.")
    {
        Key = key;
        Fault = fault;
    }

    /// <summary>Which document.</summary>
    public ContentKey Key { get; }

    /// <summary>What is wrong with it.</summary>
    public ContentFault Fault { get; }
}
