using System.Globalization;
using IheRegistry.Model;
using IheRegistry.Server.Hosting;
using IheRegistry.Server.Options;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hosting;

/// <summary>
/// A whole server on a data folder of its own and on free ports, for tests over real sockets. The folder is gone with it.
/// <code>await using var server = await TestServer.StartAsync("--inline-document", "1KiB");</code>
/// </summary>
public sealed class TestServer : IAsyncDisposable
{
    readonly string[] _arguments;
    readonly string _folder;
    RegistryServer? _server;

    TestServer(string[] arguments)
    {
        _arguments = arguments;
        _folder = Directory.CreateTempSubdirectory("iheregistry-").FullName;
    }

    /// <summary>The data folder.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    /// <summary>The registry's database file.</summary>
    public string DatabaseFile => Path.Combine(DataFolder, "registry.db");

    /// <summary>The HTTP root.</summary>
    public Uri Http => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Running.HttpPort}/"));

    /// <summary>The Document Registry's endpoint.</summary>
    public Uri Registry => new(Http, Transactions.RegistryPath);

    /// <summary>The Document Repository's endpoint.</summary>
    public Uri Repository => new(Http, Transactions.RepositoryPath);

    /// <summary>The Document Recipient's endpoint.</summary>
    public Uri Recipient => new(Http, Transactions.RecipientPath);

    /// <summary>The Patient Identifier Cross-reference Manager's endpoint.</summary>
    public Uri Manager => new(Http, Transactions.ManagerPath);

    /// <summary>The Patient Demographics Supplier's endpoint.</summary>
    public Uri Supplier => new(Http, Transactions.SupplierPath);

    /// <summary>The port of MLLP on 127.0.0.1.</summary>
    public int MllpPort => Running.MllpPort;

    /// <summary>What the server says of its demo data.</summary>
    public string? DemoReport => Running.DemoReport;

    RegistryServer Running => _server ?? throw new InvalidOperationException("The server is stopped.");

    /// <summary>Starts a server; options as on the command line.</summary>
    public static async Task<TestServer> StartAsync(params string[] arguments)
    {
        var server = new TestServer(arguments);
        try
        {
            await server.StartAgainAsync();
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        return server;
    }

    /// <summary>Starts it after <see cref="StopAsync"/> on the same folder; the ports may be others, and so may options that are given.</summary>
    public async Task StartAgainAsync(params string[] others)
    {
        string[] own = ["--data", DataFolder, "--http", "0", "--mllp", "0", "--log-level", "error", "--low-disk", "1MiB"];
        var resolution = ServerOptions.Resolve([.. own, .. _arguments.Where((argument, at) => !Overridden(argument, at, others)), .. others], new Dictionary<string, string?>());
        Assert.That(resolution.Problems, Is.Empty);
        var problems = new List<string>();
        _server = await RegistryServer.StartAsync(resolution.Options!, problems, CancellationToken.None);
        Assert.That(problems, Is.Empty);
    }

    /// <summary>Stops it and leaves the folder.</summary>
    public async Task StopAsync()
    {
        if (_server is { } running) await running.DisposeAsync();
        _server = null;
    }

    /// <summary>Asks the database, beside the running server.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={DatabaseFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    // An option that is given again, or the value behind it.
    bool Overridden(string argument, int at, string[] others) =>
        others.Contains(argument) || (at > 0 && _arguments[at - 1].StartsWith("--", StringComparison.Ordinal) && others.Contains(_arguments[at - 1]));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
