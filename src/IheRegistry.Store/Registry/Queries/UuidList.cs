using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>entryUUIDs of a request, as the store looks them up.</summary>
readonly struct UuidList
{
    internal UuidList(IReadOnlyList<string> entryUuids)
    {
        var hex = new List<string>(entryUuids.Count);
        foreach (var text in entryUuids)
            if (UuidBytes.Of(text) is { } bytes)
                hex.Add(Convert.ToHexString(bytes));
        Hex = hex;
    }

    /// <summary>The UUIDs among them, in hexadecimal digits.</summary>
    internal IReadOnlyList<string> Hex { get; }

    /// <summary>The only one, or null.</summary>
    internal byte[]? Single => Hex is [var only] ? Convert.FromHexString(only) : null;
}
