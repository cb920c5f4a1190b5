using System.CommandLine;
using IheRegistry.Server.Options;

namespace IheRegistry.Server.Commands;

/// <summary>What the executable does without a subcommand: run the server.</summary>
public static class RunCommand
{
    /// <summary>The exit code for options or files that are wrong; nothing was started.</summary>
    public const int WrongUse = 2;

    /// <summary>The root command with every subcommand.</summary>
    /// <param name="run">Runs the server until it is told to stop and returns the exit code.</param>
    /// <returns>The command to parse the arguments of the process with.</returns>
    public static RootCommand Create(Func<ServerOptions, CancellationToken, Task<int>> run)
    {
        var options = new CommandLineOptions(OptionTable.All);
        var root = options.CreateRootCommand();
        foreach (var command in CommandTable.Create(options))
            root.Subcommands.Add(command);
        root.SetAction((parsed, cancellation) => RunAsync(parsed, options.Resolve(parsed), run, cancellation));
        return root;
    }

    static async Task<int> RunAsync(
        ParseResult parsed, OptionsResolution resolution, Func<ServerOptions, CancellationToken, Task<int>> run, CancellationToken cancellation)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        foreach (var notice in resolution.Notices)
            await error.WriteLineAsync(notice);
        foreach (var problem in resolution.Problems)
            await error.WriteLineAsync(problem.ToString());
        if (resolution.Options is null)
            return WrongUse;

        foreach (var line in resolution.Report)
            await output.WriteLineAsync(line);
        return await run(resolution.Options, cancellation);
    }
}
