using System.Diagnostics;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>Runs programs of others; where one is not installed the test is skipped.</summary>
static class ForeignProgram
{
    public static async Task RequireAsync(string program, params string[] arguments)
    {
        if (!await IsThereAsync(program, arguments))
            Assert.Ignore($"{program} {string.Join(' ', arguments)} does not run here.");
    }

    public static async Task<bool> IsThereAsync(string program, params string[] arguments)
    {
        try
        {
            return (await RunAsync(program, arguments)).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    public static async Task<(int Code, string Output)> RunAsync(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
