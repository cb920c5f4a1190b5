using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IheRegistry.Benchmarks.Processes;

/// <summary>The server, or a floor: a process of its own, known by the ports it prints when it is ready.</summary>
sealed partial class ChildProcess : IDisposable
{
    static readonly double TicksPerSecond = 100;

    readonly Process _process;

    ChildProcess(Process process, int httpPort, int tcpPort) => (_process, HttpPort, TcpPort) = (process, httpPort, tcpPort);

    /// <summary>The port of HTTP.</summary>
    internal int HttpPort { get; }

    /// <summary>The server's MLLP, or the floor's echo.</summary>
    internal int TcpPort { get; }

    /// <summary>Processor time used so far, by user and kernel.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            // The command's name, in brackets, may hold spaces; utime and stime are the 12th and 13th fields behind it (proc_pid_stat(5)).
            var fields = File.ReadAllText($"/proc/{_process.Id}/stat").Split(") ")[1].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksPerSecond);
        }
    }

    /// <summary>The largest resident size since the start or since <see cref="ForgetPeak"/>, in bytes.</summary>
    internal long PeakResident => Status("VmHWM") * 1024;

    /// <summary>The resident size now, in bytes.</summary>
    internal long Resident => Status("VmRSS") * 1024;

    /// <summary>Starts the server on a data folder.</summary>
    internal static ChildProcess Server(string dataFolder, params string[] options) => Start(
        Path.Combine(AppContext.BaseDirectory, "iheregistry.dll"), ["--http", "0", "--mllp", "0", "--data", dataFolder, .. options]);

    /// <summary>Starts this program again as something else.</summary>
    internal static ChildProcess Self(params string[] arguments) =>
        Start(Path.Combine(AppContext.BaseDirectory, "IheRegistry.Benchmarks.dll"), arguments);

    /// <summary>Counts the largest resident size from now.</summary>
    internal void ForgetPeak() => File.WriteAllText($"/proc/{_process.Id}/clear_refs", "5");

    /// <inheritdoc />
    public void Dispose()
    {
        // SIGTERM, so that stores are closed and the data folder can be opened again.
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) kill.WaitForExit();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(30))) _process.Kill();
        _process.Dispose();
    }

    static ChildProcess Start(string assembly, IReadOnlyList<string> arguments)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. arguments]) { RedirectStandardOutput = true })!;
        try
        {
            var ports = ReadPorts(process.StandardOutput) ?? throw new InvalidOperationException($"{assembly} did not start.");
            return new ChildProcess(process, Number(ports[0].Groups[1].Value), Number(ports[1].Groups[1].Value));
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    // The server prints its options first.
    static MatchCollection? ReadPorts(StreamReader output)
    {
        while (output.ReadLine() is { } line)
            if (Port().Matches(line) is { Count: 2 } ports) return ports;
        return null;
    }

    long Status(string name)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(l => l.StartsWith(name + ":", StringComparison.Ordinal));
        return Number(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1]);
    }

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"127\.0\.0\.1:(\d+)")]
    private static partial Regex Port();
}
