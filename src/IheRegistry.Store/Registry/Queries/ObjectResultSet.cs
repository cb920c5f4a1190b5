using System.Collections;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// What a query found: read once, in order. A fragment is valid until the set is disposed of.
/// Nothing of it depends on the database any more.
/// </summary>
public sealed class ObjectResultSet : IEnumerable<RegisteredObject>, IDisposable
{
    readonly List<RegisteredObject> _inMemory = [];
    readonly FragmentBuffer _fragments = new();
    readonly ResultBufferOptions _options;
    ResultSpool? _spool;
    long _bytesInMemory;
    bool _read;

    internal ObjectResultSet(ResultBufferOptions options) => _options = options;

    /// <summary>An answer with nothing in it.</summary>
    public static ObjectResultSet Empty() => new(new ResultBufferOptions());

    /// <summary>Number of objects.</summary>
    public int Count { get; private set; }

    /// <summary>True when the objects belong to more than one patient, as far as whole objects were asked for.</summary>
    public bool SpansPatients { get; internal set; }

    /// <summary>True when a part of the answer waits in a file.</summary>
    public bool IsSpooled => _spool is not null;

    /// <inheritdoc />
    public IEnumerator<RegisteredObject> GetEnumerator()
    {
        if (_read) throw new InvalidOperationException("A result set is read once.");
        _read = true;
        foreach (var entry in _inMemory) yield return entry;
        if (_spool is null) yield break;
        foreach (var entry in _spool.Read()) yield return entry;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public void Dispose()
    {
        _fragments.Dispose();
        _spool?.Dispose();
    }

    /// <summary>Room for a fragment that goes into the next object added.</summary>
    internal Memory<byte> RoomFor(int length) => _spool is null ? _fragments.Take(length) : new byte[length];

    internal void Add(RegisteredObject entry)
    {
        // What an object takes beside its fragment: itself, its entryUUID, its place in the list.
        const int ObjectSize = 240;

        Count++;
        if (_spool is null && (_bytesInMemory += ObjectSize + entry.Fragment.Length) <= _options.MaxBytesInMemory)
        {
            _inMemory.Add(entry);
            return;
        }

        _spool ??= new ResultSpool(_options.SpoolFolder);
        _spool.Write(entry);
    }
}
