using System.Diagnostics;

namespace IheRegistry.Store.Tests;

/// <summary>This assembly, started as a process of its own, perhaps below another program such as strace.</summary>
sealed class TestProcess : IDisposable
{
    readonly Process _process;

    TestProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public static TestProcess Start(string[] arguments, string[]? below = null)
    {
        string[] command = [.. below ?? [], "dotnet", "exec", typeof(TestProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        return new(process);
    }

    public Task<string?> ReadLineAsync() => _process.StandardOutput.ReadLineAsync();

    public async Task<string[]> ReadToEndAsync()
    {
        var output = await _process.StandardOutput.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Ends it as a power switch would, as far as the process can tell.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async Task<int> EndAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }
}
