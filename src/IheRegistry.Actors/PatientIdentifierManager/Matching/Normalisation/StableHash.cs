namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>
/// 64 bits of a text that stay the same on every machine and in every version, as they are stored: FNV-1a over UTF-16 code units,
/// with a final mix so that all bits depend on all characters.
/// </summary>
static class StableHash
{
    const ulong Offset = 14695981039346656037;
    const ulong Prime = 1099511628211;

    public static BlockingKey Key(BlockingKeyKind kind, string first, string second = "", string third = "")
    {
        var hash = (Offset ^ (ulong)kind) * Prime;
        hash = Add(Add(Add(hash, first), second), third);
        return new BlockingKey(kind, (long)Mix(hash));
    }

    static ulong Add(ulong hash, string text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return (hash ^ 0xFFFF) * Prime;
    }

    static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }
}
