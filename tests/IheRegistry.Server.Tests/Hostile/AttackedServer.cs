using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>
/// The server as a process of its own on a data folder of its own, everything it logs kept: what an attack costs it in memory, and what it
/// writes into its log, can be seen from outside only.
/// </summary>
sealed partial class AttackedServer : IAsyncDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("iheregistry-attacked-").FullName;
    readonly StringBuilder _log = new();
    readonly Process _process;
    int _asked;

    AttackedServer(string[] arguments)
    {
        string[] own = ["--data", DataFolder, "--http", "0", "--mllp", "0", "--low-disk", "1MiB"];
        var program = Path.Combine(AppContext.BaseDirectory, "iheregistry.dll");
        var start = new ProcessStartInfo("dotnet", ["exec", program, .. own, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        // By default the youngest generation may grow to the size of the processor's cache, hundreds of megabytes on some, before anything
        // is collected. What is measured here is what the server needs.
        start.Environment["DOTNET_GCgen0size"] = "1000000";
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginErrorReadLine();
    }

    public string DataFolder => Path.Combine(_folder, "data");

    public int HttpPort { get; private set; }

    public int MllpPort { get; private set; }

    /// <summary>What it has logged so far.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    /// <summary>What it has logged since the last call of this.</summary>
    public string LogSinceLastAsked()
    {
        lock (_log)
        {
            var since = _log.ToString(_asked, _log.Length - _asked);
            _asked = _log.Length;
            return since;
        }
    }

    public bool IsRunning => !_process.HasExited;

    public static async Task<AttackedServer> StartAsync(params string[] arguments)
    {
        var server = new AttackedServer(arguments);
        try
        {
            await server.ReadyAsync().WaitAsync(TimeSpan.FromMinutes(2));
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Memory in use, in bytes.</summary>
    public long ResidentBytes => Status("VmRSS");

    /// <summary>The most memory that was in use at once since <see cref="ForgetPeak"/>.</summary>
    public long PeakBytes => Status("VmHWM");

    /// <summary>Starts the measure of <see cref="PeakBytes"/> again (proc(5), clear_refs).</summary>
    public void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    /// <summary>The files that it has open, deleted ones too.</summary>
    public IReadOnlyList<(string Name, long Length)> OpenFiles()
    {
        var open = new List<(string, long)>();
        foreach (var descriptor in Directory.EnumerateFileSystemEntries($"/proc/{_process.Id}/fd"))
        {
            var target = new FileInfo(descriptor).LinkTarget;
            if (target?.StartsWith(_folder, StringComparison.Ordinal) == true) open.Add((target, LengthOf(descriptor, target)));
        }

        return open;
    }

    /// <summary>Asks the database, beside the running server.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "registry.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync().WaitAsync(HttpWire.Patience);
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    async Task ReadyAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Ready().Match(line) is not { Success: true } ready) continue;
            HttpPort = int.Parse(ready.Groups[1].Value, CultureInfo.InvariantCulture);
            MllpPort = int.Parse(ready.Groups[2].Value, CultureInfo.InvariantCulture);
            return;
        }

        Assert.Fail($"The server did not start: {Log}");
    }

    static long LengthOf(string descriptor, string target)
    {
        try
        {
            // Opening a file that has a name would ask for a lock, which the server's own lock refuses.
            if (File.Exists(target)) return new FileInfo(target).Length;
            using var file = File.OpenRead(descriptor);
            return file.Length;
        }
        catch (IOException)
        {
            // Closed since the folder was read.
            return 0;
        }
    }

    void Keep(string? line)
    {
        lock (_log) _log.AppendLine(line);
    }

    long Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line.AsSpan(field.Length + 1).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) * 1024;
    }

    [GeneratedRegex(@"HTTP on .*:(\d+), MLLP on .*:(\d+)\. Ready\.")]
    private static partial Regex Ready();
}
