namespace IheRegistry.Store.Documents;

/// <summary>A document that is safely stored, with what XDS metadata wants to know of it.</summary>
/// <param name="Owner">The institution that owns it; content is shared within one owner only.</param>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="Sha1">SHA-1 in lower-case hexadecimal digits: DocumentEntry.hash, ITI TF-3 4.2.3.2.10.</param>
/// <param name="Size">Bytes: DocumentEntry.size, ITI TF-3 4.2.3.2.23.</param>
public sealed record StoredContent(string Owner, ContentId Sha256, string Sha1, long Size)
{
    /// <summary>What it takes to find and check the content again.</summary>
    public ContentKey Key => new(Owner, Sha256, Size);
}

/// <summary>What it takes to find a stored document and to see that it is whole.</summary>
/// <param name="Owner">The institution that owns it.</param>
/// <param name="Sha256">Its name in the store.</param>
/// <param name="Size">Its length in bytes.</param>
public readonly record struct ContentKey(string Owner, ContentId Sha256, long Size);
