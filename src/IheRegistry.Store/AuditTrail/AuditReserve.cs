using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using IheRegistry.Model.Audit;

namespace IheRegistry.Store.AuditTrail;

/// <summary>
/// Where audit records wait while the database takes nothing, because the disk is full or failed: reading goes on then, and no access goes
/// unaudited. The room is on disk already, so that a full disk does not matter. What waits comes into the audit trail with the next commit
/// that succeeds, after a restart if need be. When the reserve is full as well, whoever wants to read is refused.
/// </summary>
public sealed class AuditReserve : IDisposable
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "audit-reserve";

    /// <summary>16 MiB: about five thousand accesses, an hour of a busy affinity domain.</summary>
    public const int DefaultSize = 16 * 1024 * 1024;

    const int LengthBytes = sizeof(int);

    readonly Lock _writing = new();
    readonly FileStream _file;
    readonly string _path;
    long _end;

    /// <summary>Opens the reserve and makes it where there is none; with no room for it, it holds nothing.</summary>
    public AuditReserve(string path, int size = DefaultSize)
    {
        _path = path;
        _file = PrivateFiles.OpenExclusive(path);
        if (_file.Length < size) Allot(size);
        _end = Read().End;
    }

    /// <summary>True while records wait.</summary>
    public bool HasRecords => Interlocked.Read(ref _end) > 0;

    /// <summary>Keeps records, all or none; false where there is no room or the disk does not take them.</summary>
    internal bool TryAppend(IReadOnlyList<AuditRecord> records)
    {
        var bytes = Encode(records);
        lock (_writing)
        {
            if (_end + bytes.Length > _file.Length) return false;
            try
            {
                // The zero length behind the last record is written again with the first of the next.
                RandomAccess.Write(_file.SafeFileHandle, bytes, _end);
                Flush();
            }
            catch (IOException)
            {
                return false;
            }

            _end += bytes.Length - LengthBytes;
            return true;
        }
    }

    /// <summary>What waits, and up to where it was read.</summary>
    internal (IReadOnlyList<AuditRecord> Records, long End) Read()
    {
        lock (_writing)
        {
            var bytes = new byte[_file.Length];
            var count = RandomAccess.Read(_file.SafeFileHandle, bytes, 0);
            return Decode(bytes.AsSpan(0, count));
        }
    }

    /// <summary>Forgets what was read up to a position; what came since stays.</summary>
    internal void Drop(long end)
    {
        lock (_writing)
        {
            var rest = new byte[_end - end + LengthBytes];
            RandomAccess.Read(_file.SafeFileHandle, rest.AsSpan(0, rest.Length - LengthBytes), end);
            RandomAccess.Write(_file.SafeFileHandle, rest, 0);
            Flush();
            _end -= end;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    // Zeros, not a hole: the blocks are ours from now on.
    void Allot(int size)
    {
        try
        {
            RandomAccess.Write(_file.SafeFileHandle, new byte[size - _file.Length], _file.Length);
            Posix.FlushFile(_file.SafeFileHandle, _path);
        }
        catch (IOException error) when (Posix.IsNoSpace(error))
        {
            _file.SetLength(0);
        }
    }

    // The disk may be failing: a record in the page cache still survives this process, and more cannot be had.
    void Flush()
    {
        try
        {
            Posix.FlushFile(_file.SafeFileHandle, _path);
        }
        catch (IOException)
        {
            return;
        }
    }

    static byte[] Encode(IReadOnlyList<AuditRecord> records)
    {
        var output = new ArrayBufferWriter<byte>();
        foreach (var record in records)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(record);
            BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(LengthBytes), json.Length);
            output.Advance(LengthBytes);
            output.Write(json);
        }

        output.Write(stackalloc byte[LengthBytes]);
        return output.WrittenSpan.ToArray();
    }

    // What a power failure cut off in the middle ends the reading.
    static (IReadOnlyList<AuditRecord> Records, long End) Decode(ReadOnlySpan<byte> bytes)
    {
        var records = new List<AuditRecord>();
        var at = 0;
        while (bytes.Length - at > LengthBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            if (length <= 0 || length > bytes.Length - at - LengthBytes || Parse(bytes.Slice(at + LengthBytes, length)) is not { } record) break;
            records.Add(record);
            at += LengthBytes + length;
        }

        return (records, at);
    }

    static AuditRecord? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<AuditRecord>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
