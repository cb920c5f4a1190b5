using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Store.Patients;

/// <summary>The keys by which a record is found since a feed. They are kept with the feed, so that an undo finds those of before.</summary>
sealed record RecordKeys(IReadOnlyList<long> Blocks, IReadOnlyList<long> References, IReadOnlyList<SearchKey> Searches)
{
    internal static RecordKeys None { get; } = new([], [], []);

    internal static RecordKeys Of(RecordFeed feed) => new(
        [.. feed.BlockingKeys.Distinct().Order()],
        [.. feed.OtherIds.Select(Reference).Distinct().Order()],
        [.. feed.SearchKeys.Distinct().OrderBy(key => key.Kind).ThenBy(key => key.Text, StringComparer.Ordinal)]);

    /// <summary>The key of an identifier of another domain. What it finds is compared with the identifier: two may share a key.</summary>
    internal static long Reference(PatientIdentifier identifier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Authority(identifier)}^{identifier.Id}"), hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>Two identifiers are the same where one authority gave the same id, whatever type it is said to be of.</summary>
    internal static bool IsSame(PatientIdentifier one, PatientIdentifier other) =>
        one.Id == other.Id && Authority(one) == Authority(other);

    internal byte[] Encode()
    {
        var writer = new ContentWriter();
        writer.List(Blocks, static (w, key) => w.Long(key));
        writer.List(References, static (w, key) => w.Long(key));
        writer.List(Searches, static (w, key) =>
        {
            w.Byte(key.Kind);
            w.Text(key.Text);
        });
        return writer.ToArray();
    }

    internal static RecordKeys Decode(ReadOnlySpan<byte> bytes)
    {
        var reader = new ContentReader(bytes);
        return new RecordKeys(
            reader.List(static (ref ContentReader r) => r.Long()),
            reader.List(static (ref ContentReader r) => r.Long()),
            reader.List(static (ref ContentReader r) => new SearchKey(r.Byte(), r.Text())));
    }

    static string Authority(PatientIdentifier identifier) =>
        identifier.Authority.UniversalId.Length > 0 ? identifier.Authority.UniversalId : identifier.Authority.NamespaceId;
}
