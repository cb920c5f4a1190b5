using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Everything a server keeps: rows of each table but the audit's, files of the documents and of the spool, and the audit's events.</summary>
sealed class StoredState
{
    readonly AttackedServer _server;
    readonly string[] _rows;
    readonly string[] _files;
    readonly long _lastEvent;

    StoredState(AttackedServer server)
    {
        _server = server;
        _rows = RowsOf(server);
        _files = FilesOf(server);
        _lastEvent = server.Query("SELECT coalesce(max(sequence), 0) FROM audit_event", row => row.GetInt64(0)).Single();
    }

    public static StoredState Of(AttackedServer server) => new(server);

    /// <summary>Nothing was stored or removed since, no temporary file is left.</summary>
    public void MustBeUnchanged()
    {
        Assert.That(RowsOf(_server), Is.EqualTo(_rows), "rows");
        Assert.That(FilesOf(_server), Is.EqualTo(_files), "files");
    }

    /// <summary>As <see cref="MustBeUnchanged"/>, once the server has noticed that a client has gone.</summary>
    public Task MustSoonBeUnchangedAsync() => Waiting.UntilAsync(
        () => RowsOf(_server).SequenceEqual(_rows) && FilesOf(_server).SequenceEqual(_files) && _server.OpenFiles().All(file => !IsTemporary(file.Name)),
        "nothing is stored, and nothing temporary is left");

    /// <summary>As <see cref="MustBeUnchanged"/>, and the audit says that something failed.</summary>
    public void MustBeUnchangedButForAFailureEvent()
    {
        MustBeUnchanged();
        Assert.That(OutcomesSince(), Has.Count.GreaterThanOrEqualTo(1).And.All.GreaterThan(0), "audit: outcomes of the new events");
    }

    /// <summary>The outcomes of the events since, 0 being success (DICOM PS3.15 A.5.1).</summary>
    public IReadOnlyList<int> OutcomesSince() =>
        _server.Query($"SELECT outcome FROM audit_event WHERE sequence > {_lastEvent} ORDER BY sequence", row => row.GetInt32(0));

    static bool IsTemporary(string file) =>
        file.Contains("/spool/", StringComparison.Ordinal) || file.Contains("/.staging/", StringComparison.Ordinal);

    static string[] RowsOf(AttackedServer server)
    {
        var tables = server.Query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'audit_event' ORDER BY name",
            row => row.GetString(0));
        var counts = string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table}', count(*) FROM {table}"));
        return [.. server.Query(counts, row => $"{row.GetString(0)} {row.GetInt64(1)}")];
    }

    static string[] FilesOf(AttackedServer server) =>
    [
        .. new[] { "documents", "spool" }
            .Select(folder => Path.Combine(server.DataFolder, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal),
    ];
}
