using System.CommandLine;
using System.Data.Common;
using IheRegistry.Server.Options;
using IheRegistry.Store.Documents;

namespace IheRegistry.Server.Commands;

/// <summary>What the commands that work on a data folder have in common.</summary>
static class DataFolderCommand
{
    /// <summary>The exit code for documents that are missing or damaged.</summary>
    internal const int Damaged = 1;

    /// <summary>The exit code for a disk or a database that failed.</summary>
    internal const int Failed = 3;

    /// <summary>Finds the data folder as the server does, from command line, environment and file, and runs the command on it.</summary>
    internal static async Task<int> RunAsync(CommandLineOptions options, ParseResult parsed, Func<string, InvocationConfiguration, Task<int>> run)
    {
        var console = parsed.InvocationConfiguration;
        var resolution = options.Resolve(parsed);
        foreach (var problem in resolution.Problems) await console.Error.WriteLineAsync(problem.ToString()).ConfigureAwait(false);
        if (resolution.Options is null) return RunCommand.WrongUse;

        try
        {
            return await run(resolution.Options.Data.Directory, console).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or DbException)
        {
            await console.Error.WriteLineAsync(failure.Message).ConfigureAwait(false);
            return Failed;
        }
    }

    /// <summary>Lists documents; owner and name in the store say nothing of a patient.</summary>
    internal static void Print(IEnumerable<DocumentFault> faults, InvocationConfiguration console)
    {
        foreach (var fault in faults) console.Error.WriteLine(fault);
    }
}
