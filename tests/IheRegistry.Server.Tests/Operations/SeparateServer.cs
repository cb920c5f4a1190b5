using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using IheRegistry.Model;
using IheRegistry.Server.Hosting;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>The server as a process of its own, which can be killed, watched, or kept from the disk.</summary>
public sealed partial class SeparateServer : IAsyncDisposable
{
    const int Terminate = 15;

    readonly Process _process;
    readonly StringBuilder _errors = new();

    // One wait that all share: of several at once, some never return (the process restores EnableRaisingEvents under the others).
    readonly Task _end;

    SeparateServer(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_errors) _errors.AppendLine(line.Data);
        };
        _process.BeginErrorReadLine();
        _end = _process.WaitForExitAsync();
    }

    /// <summary>The process id.</summary>
    public int Id => _process.Id;

    /// <summary>True once the process has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>The HTTP root.</summary>
    public Uri Http { get; private set; } = null!;

    /// <summary>The Document Registry's endpoint.</summary>
    public Uri Registry => new(Http, Transactions.RegistryPath);

    /// <summary>The Document Repository's endpoint.</summary>
    public Uri Repository => new(Http, Transactions.RepositoryPath);

    /// <summary>The Document Recipient's endpoint.</summary>
    public Uri Recipient => new(Http, Transactions.RecipientPath);

    /// <summary>The port of MLLP.</summary>
    public int MllpPort { get; private set; }

    /// <summary>What it has said on the standard error stream so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors) return _errors.ToString();
        }
    }

    /// <summary>Starts the server on a data folder and waits until it is ready.</summary>
    public static async Task<SeparateServer> StartAsync(string data, params string[] arguments)
    {
        var server = Launch(data, arguments);
        if (await server.WaitUntilReadyAsync()) return server;
        var code = await server.EndAsync();
        await server.DisposeAsync();
        throw new InvalidOperationException($"The server ended with exit code {code}: {server.Errors}");
    }

    /// <summary>Starts the server where it is expected to refuse: its exit code, and what it says.</summary>
    public static async Task<(int ExitCode, string Errors)> StartRefusedAsync(string data, params string[] arguments)
    {
        await using var server = Launch(data, arguments);
        await server.WaitUntilReadyAsync();
        return (await server.EndAsync(), server.Errors);
    }

    /// <summary>Ends it as a power switch would, as far as the process can tell.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _end;
    }

    /// <summary>Asks it to stop, as an orchestrator does.</summary>
    public void Ask()
    {
        if (Kill(_process.Id, Terminate) != 0) throw new InvalidOperationException("The process takes no signal.");
    }

    /// <summary>Asks it to stop and gives the exit code.</summary>
    public Task<int> StopAsync()
    {
        Ask();
        return EndAsync();
    }

    /// <summary>Waits for the end and gives the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _end;
        return _process.ExitCode;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        await _end;
        _process.Dispose();
    }

    static SeparateServer Launch(string data, string[] arguments)
    {
        string[] command =
        [
            "exec", typeof(RegistryServer).Assembly.Location, "--data", data, "--http", "0", "--mllp", "0", "--log-level", "warning", .. arguments,
        ];
        return new SeparateServer(Process.Start(new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!);
    }

    async Task<bool> WaitUntilReadyAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Ready().Match(line) is not { Success: true } ready) continue;
            Http = new Uri($"http://{ready.Groups[1].Value}/");
            MllpPort = int.Parse(ready.Groups[2].Value);
            return true;
        }

        return false;
    }

    [GeneratedRegex(@"HTTP on (127\.0\.0\.1:\d+), MLLP on 127\.0\.0\.1:(\d+)\. Ready\.")]
    private static partial Regex Ready();

    [DllImport("libc", EntryPoint = "kill")]
    static extern int Kill(int process, int signal);
}
