using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>entryUUIDs as the database keeps them: sixteen bytes in the order of their digits.</summary>
static class UuidBytes
{
    const string Prefix = "urn:uuid:";

    /// <summary>The bytes of an entryUUID, or null when the text is none.</summary>
    internal static byte[]? Parse(string entryUuid) =>
        EntryUuid.IsUuidUrn(entryUuid) && Guid.TryParseExact(entryUuid.AsSpan(Prefix.Length), "D", out var guid)
            ? guid.ToByteArray(bigEndian: true)
            : null;

    /// <summary>The entryUUID of sixteen bytes.</summary>
    internal static string Format(ReadOnlySpan<byte> bytes) =>
        string.Create(Prefix.Length + 36, new Guid(bytes, bigEndian: true), static (span, guid) =>
        {
            Prefix.CopyTo(span);
            guid.TryFormat(span[Prefix.Length..], out _, "D");
        });
}
