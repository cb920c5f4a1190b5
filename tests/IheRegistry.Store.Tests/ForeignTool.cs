using System.ComponentModel;
using System.Diagnostics;
using NUnit.Framework;

namespace IheRegistry.Store.Tests;

/// <summary>Programs of the operating system that some tests need: where one is missing or not permitted the test reports itself ignored.</summary>
static class ForeignTool
{
    /// <summary>Runs a command to its end; the test is ignored, with the reason, where that fails.</summary>
    public static void RunOrIgnore(string program, params string[] arguments)
    {
        var failure = Run(program, arguments);
        if (failure is not null)
            Assert.Ignore($"{program} is not usable here: {failure}");
    }

    /// <summary>Runs a command to its end: null where it succeeded, else why not.</summary>
    public static string? Run(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : $"exit code {process.ExitCode}: {error.Trim()}";
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }
}
