namespace IheRegistry.Store.Sqlite;

/// <summary>entryUUIDs are stored as 16 bytes: a third of the text's size in every index.</summary>
static class UuidBytes
{
    const string Prefix = "urn:uuid:";

    /// <summary>The bytes of <c>urn:uuid:...</c>, or null for any text that no entryUUID of the registry can be.</summary>
    internal static byte[]? Of(string entryUuid) =>
        entryUuid.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(entryUuid.AsSpan(Prefix.Length), "D", out var guid)
            ? guid.ToByteArray(bigEndian: true)
            : null;

    /// <summary>The entryUUID of stored bytes.</summary>
    internal static string ToUrn(ReadOnlySpan<byte> bytes) =>
        string.Create(Prefix.Length + 36, new Guid(bytes, bigEndian: true), static (span, guid) =>
        {
            Prefix.CopyTo(span);
            guid.TryFormat(span[Prefix.Length..], out _, "D");
        });
}
