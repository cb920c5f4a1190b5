using System.CommandLine;
using IheRegistry.Server.Options;
using IheRegistry.Store.Backup;

namespace IheRegistry.Server.Commands;

/// <summary><c>restore</c>: makes a data folder of a backup, everything checked.</summary>
static class RestoreCommand
{
    internal static Command Create(CommandLineOptions options)
    {
        var from = new Option<string>("--from") { Required = true, HelpName = "FOLDER", Description = "The folder of the backup." };
        var incomplete = new Option<bool>("--incomplete")
        {
            Description = "Restore all the same where documents are missing or damaged; they are listed.",
        };
        var command = new Command("restore", "Make a data folder, which must be new or empty, of a backup.") { from, incomplete };
        options.AddTo(command, OptionTable.Data, OptionTable.Config);
        command.SetAction((parsed, cancellation) => DataFolderCommand.RunAsync(
            options,
            parsed,
            (data, console) => RunAsync(new DataRestore(parsed.GetRequiredValue(from), data), parsed.GetValue(incomplete), console, cancellation)));
        return command;
    }

    static async Task<int> RunAsync(DataRestore restore, bool incomplete, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var outcome = await restore.RunAsync(incomplete, cancellationToken).ConfigureAwait(false);
        if (outcome.Refusal is { } refusal)
        {
            await console.Error.WriteLineAsync(refusal).ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        DataFolderCommand.Print(outcome.Faults, console);
        var done = outcome.IsRestored ? "restored" : "nothing restored; --incomplete restores what is whole";
        await console.Output.WriteLineAsync(
            $"{outcome.Documents} documents whole, {outcome.Faults.Count} missing or damaged: {done}").ConfigureAwait(false);
        return outcome.Faults.Count == 0 ? 0 : DataFolderCommand.Damaged;
    }
}
