using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>What of an answer does not fit into memory: a file without a name, gone when it is closed or the process dies.</summary>
sealed class ResultSpool : IDisposable
{
    const int BufferSize = 64 * 1024;

    readonly FileStream _file;
    readonly BinaryWriter _writer;
    readonly List<PatientId> _patients = [];

    internal ResultSpool(string folder)
    {
        var path = Path.Combine(folder, $".iheregistry-{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, BufferSize = BufferSize };
        if (OperatingSystem.IsWindows()) options.Options = FileOptions.DeleteOnClose;
        else options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        _file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        _writer = new BinaryWriter(_file);
    }

    internal void Write(RegisteredObject entry)
    {
        _writer.Write(entry.Row);
        _writer.Write((byte)entry.Kind);
        _writer.Write(entry.EntryUuid);
        _writer.Write((byte)entry.Status);
        _writer.Write(entry.Version);
        _writer.Write(PatientNumber(entry.PatientId));
        _writer.Write(entry.LastUpdateTime ?? "");
        _writer.Write(entry.Fragment.Length);
        _writer.Write(entry.Fragment.Span);
    }

    internal IEnumerable<RegisteredObject> Read()
    {
        _writer.Flush();
        _file.Position = 0;
        using var reader = new BinaryReader(_file, System.Text.Encoding.UTF8, leaveOpen: true);
        while (_file.Position < _file.Length)
        {
            var row = reader.ReadInt64();
            var kind = (ObjectKind)reader.ReadByte();
            var uuid = reader.ReadString();
            var status = (AvailabilityStatus)reader.ReadByte();
            var version = reader.ReadInt32();
            var patient = reader.ReadInt32() is var number and >= 0 ? _patients[number] : null;
            var updated = reader.ReadString();
            var fragment = reader.ReadBytes(reader.ReadInt32());
            yield return new RegisteredObject(row, kind, uuid, fragment, status, version, patient, updated.Length == 0 ? null : updated);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _writer.Dispose();

    // Patients of an answer are few, and the builder gives the same instance for each of them.
    int PatientNumber(PatientId? patient)
    {
        if (patient is null) return -1;
        var number = _patients.Count > 0 && ReferenceEquals(_patients[^1], patient) ? _patients.Count - 1 : _patients.IndexOf(patient);
        if (number >= 0) return number;
        _patients.Add(patient);
        return _patients.Count - 1;
    }
}
