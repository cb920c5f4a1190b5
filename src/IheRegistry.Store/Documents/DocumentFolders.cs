using System.Collections.Concurrent;
using System.Globalization;

namespace IheRegistry.Store.Documents;

/// <summary>
/// Where things are: <c>documents/OWNER/HH/SHA256</c>, HH being the first two digits, and <c>documents/.staging/</c> for what is not
/// committed yet, in the same file system so that a rename is enough. No owner's folder begins with a dot.
/// </summary>
sealed class DocumentFolders
{
    readonly ConcurrentDictionary<string, string> _owners = new(StringComparer.Ordinal);
    readonly Lock _making = new();
    readonly string _root;
    readonly Durability _durability;
    readonly string _process = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
    long _count;

    public DocumentFolders(string root, Durability durability)
    {
        _root = root;
        _durability = durability;
        Staging = Path.Combine(root, ".staging");
        PrivateFiles.EnsureFolder(root);
        PrivateFiles.EnsureFolder(Staging);
        _durability.FlushDirectory(Path.GetDirectoryName(root)!);
    }

    public string Staging { get; }

    /// <summary>A new temporary name. It tells which process made it, so that a sweep knows what is left over.</summary>
    public string NewTemporary() =>
        Path.Combine(Staging, string.Create(CultureInfo.InvariantCulture, $"{_process}-{Interlocked.Increment(ref _count):x}"));

    public bool IsOurs(string temporary) => Path.GetFileName(temporary).StartsWith(_process, StringComparison.Ordinal);

    public static string PathOf(string root, string owner, ContentId id) =>
        Path.Combine(Shard(Path.Combine(root, OwnerFolder.Encode(owner)), id), id.ToString());

    public static string Shard(string ownerFolder, ContentId id) => Path.Combine(ownerFolder, id.ToString()[..2]);

    public string PathOf(string owner, ContentId id) => PathOf(_root, owner, id);

    /// <summary>
    /// The owner's folder with its 256 shards, made and made durable once in the life of this process. Even where they exist: a process
    /// that was killed may have made them and never have come to the fsync.
    /// </summary>
    public string Ensure(string owner)
    {
        if (_owners.TryGetValue(owner, out var known))
            return known;
        lock (_making)
        {
            if (_owners.TryGetValue(owner, out known))
                return known;
            var folder = Path.Combine(_root, OwnerFolder.Encode(owner));
            PrivateFiles.EnsureFolder(folder);
            for (var shard = 0; shard < 256; shard++)
                PrivateFiles.EnsureFolder(Path.Combine(folder, shard.ToString("x2", CultureInfo.InvariantCulture)));
            _durability.FlushDirectory(folder);
            _durability.FlushDirectory(_root);
            _owners[owner] = folder;
            return folder;
        }
    }

    /// <summary>Every document, in the order of owner's folder and name; files that are not documents are passed over.</summary>
    public IEnumerable<(string Owner, ContentId Id, FileInfo File)> List(string? afterOwner, string? afterName)
    {
        foreach (var folder in Sorted(Directory.EnumerateDirectories(_root)))
        {
            var name = Path.GetFileName(folder);
            var order = afterOwner is null ? 1 : string.CompareOrdinal(name, OwnerFolder.Encode(afterOwner));
            if (order < 0 || OwnerFolder.Decode(name) is not { } owner)
                continue;
            foreach (var (id, file) in ListOwner(folder, order == 0 ? afterName : null))
                yield return (owner, id, file);
        }
    }

    static IEnumerable<(ContentId Id, FileInfo File)> ListOwner(string folder, string? after)
    {
        foreach (var shard in Sorted(Directory.EnumerateDirectories(folder)))
        {
            if (after is not null && string.CompareOrdinal(Path.GetFileName(shard), after[..2]) < 0)
                continue;
            foreach (var path in Sorted(Directory.EnumerateFiles(shard)))
            {
                var name = Path.GetFileName(path);
                if ((after is null || string.CompareOrdinal(name, after) > 0) && ContentId.TryParse(name, out var id))
                    yield return (id, new FileInfo(path));
            }
        }
    }

    static IEnumerable<string> Sorted(IEnumerable<string> paths) => paths.Order(StringComparer.Ordinal);
}
