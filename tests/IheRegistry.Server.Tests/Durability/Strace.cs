using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Durability;

/// <summary>strace, attached to a running server. Tests that need it are ignored where it is missing or not permitted.</summary>
sealed class Strace : IAsyncDisposable
{
    readonly Process _process;
    bool _ended;

    Strace(Process process, string file) => (_process, File) = (process, file);

    /// <summary>Where the calls are written to.</summary>
    public string File { get; }

    /// <summary>Attaches to all threads of a process.</summary>
    public static async Task<Strace> AttachAsync(int process, string file, params string[] options)
    {
        try
        {
            var strace = new Strace(
                Process.Start(new ProcessStartInfo("strace", ["-f", "-y", "-s", "300", "-o", file, "-p", $"{process}", .. options])
                {
                    RedirectStandardError = true,
                })!,
                file);
            if (await strace._process.StandardError.ReadLineAsync() is { } line && line.Contains("attached", StringComparison.Ordinal))
            {
                _ = strace._process.StandardError.ReadToEndAsync();
                return strace;
            }

            await strace.DisposeAsync();
        }
        catch (Win32Exception)
        {
            // Not installed.
        }

        Assert.Ignore("strace is not usable here.");
        throw new InvalidOperationException();
    }

    /// <summary>Detaches and gives the calls, one a line.</summary>
    public async Task<string[]> EndAsync()
    {
        await DisposeAsync();
        return await System.IO.File.ReadAllLinesAsync(File);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_ended) return;
        _ended = true;
        // A signal that it can handle: killed outright it would leave the server stopped.
        if (!_process.HasExited) Process.Start("kill", ["-INT", $"{_process.Id}"]).Dispose();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
