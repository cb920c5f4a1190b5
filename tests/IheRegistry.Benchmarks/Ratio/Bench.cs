using System.Globalization;
using System.Text.Json;
using IheRegistry.Benchmarks.Data;
using IheRegistry.Benchmarks.Load;
using IheRegistry.Benchmarks.Processes;

namespace IheRegistry.Benchmarks.Ratio;

/// <summary>The processes and files that goals share.</summary>
sealed class Bench : IDisposable
{
    readonly Lazy<ChildProcess> _server;
    readonly Lazy<ChildProcess> _floor;
    readonly Lazy<ChildProcess> _wire;
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(10) };

    internal Bench(RatioOptions options, string folder)
    {
        (Options, Folder) = (options, folder);
        _server = new Lazy<ChildProcess>(() => ChildProcess.Server(DataFolder));
        _floor = new Lazy<ChildProcess>(() => ChildProcess.Self("floor", folder));
        _wire = new Lazy<ChildProcess>(() => ChildProcess.Self("wire"));
    }

    internal RatioOptions Options { get; }

    /// <summary>The work folder.</summary>
    internal string Folder { get; }

    /// <summary>The server's data folder.</summary>
    internal string DataFolder => Path.Combine(Folder, "data");

    /// <summary>The registry's database.</summary>
    internal string Database => Path.Combine(DataFolder, "registry.db");

    /// <summary>Number of patients whose documents are queried.</summary>
    internal int Patients => Options.Documents / Filling.DocumentsPerPatient;

    /// <summary>The server on the filled registry.</summary>
    internal ChildProcess Server => _server.Value;

    /// <summary>The bare counterparts.</summary>
    internal ChildProcess Floor => _floor.Value;

    /// <summary>The codecs alone.</summary>
    internal ChildProcess Wire => _wire.Value;

    /// <summary>Has the floor measure something inside of itself.</summary>
    internal double[] AskFloor(FormattableString path) => JsonSerializer.Deserialize<double[]>(
        _http.GetStringAsync($"http://127.0.0.1:{Floor.HttpPort}{path.ToString(CultureInfo.InvariantCulture)}").GetAwaiter().GetResult())!;

    /// <summary>Loads a process: requests a second.</summary>
    internal Sample Rate(ClosedLoop loop, ChildProcess process, bool warmUp)
    {
        var before = process.ProcessorTime;
        var result = loop.Run(warmUp ? Options.WarmUp : Options.Time);
        return new Sample(result.Rate, (process.ProcessorTime - before).TotalMicroseconds / result.Ticks.Length);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var process in (Lazy<ChildProcess>[])[_server, _floor, _wire])
            if (process.IsValueCreated) process.Value.Dispose();
        _http.Dispose();
    }
}
