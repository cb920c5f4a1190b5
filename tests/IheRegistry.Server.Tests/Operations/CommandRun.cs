using System.CommandLine;
using IheRegistry.Server.Commands;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>A command of the executable, run in the process of the tests: another one than the server's.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">What it said on the standard output.</param>
/// <param name="Errors">What it said on the standard error stream.</param>
public sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs a command line.</summary>
    public static async Task<CommandRun> OfAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var command = RunCommand.Create((_, _) => throw new InvalidOperationException("The server is not to start."));
        var code = await command.Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = errors });
        return new CommandRun(code, output.ToString(), errors.ToString());
    }
}
