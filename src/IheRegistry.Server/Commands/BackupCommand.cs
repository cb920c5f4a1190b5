using System.CommandLine;
using IheRegistry.Server.Options;
using IheRegistry.Store.Backup;

namespace IheRegistry.Server.Commands;

/// <summary><c>backup</c>: copies the data folder while a server serves from it.</summary>
static class BackupCommand
{
    internal static Command Create(CommandLineOptions options)
    {
        var to = new Option<string>("--to")
        {
            Required = true,
            HelpName = "FOLDER",
            Description = "Where to: a new folder, or that of an earlier backup, to which only new documents are added.",
        };
        var command = new Command("backup", "Back the data folder up, also while a server serves from it.") { to };
        options.AddTo(command, OptionTable.Data, OptionTable.Config);
        command.SetAction((parsed, cancellation) => DataFolderCommand.RunAsync(
            options, parsed, (data, console) => RunAsync(new DataBackup(data, parsed.GetRequiredValue(to), TimeProvider.System), console, cancellation)));
        return command;
    }

    static async Task<int> RunAsync(DataBackup backup, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var outcome = await backup.RunAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Report is not { } report)
        {
            await console.Error.WriteLineAsync(outcome.Refusal).ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        DataFolderCommand.Print(report.Faults, console);
        await console.Output.WriteLineAsync(
            $"{report.Linked + report.Copied} documents added ({report.Linked} linked, {report.Copied} copied), "
            + $"{report.Present} there before, {report.Faults.Count} missing or damaged").ConfigureAwait(false);
        return report.Faults.Count == 0 ? 0 : DataFolderCommand.Damaged;
    }
}
