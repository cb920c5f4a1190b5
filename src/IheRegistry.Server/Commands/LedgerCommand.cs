using System.CommandLine;
using IheRegistry.Server.Options;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Commands;

/// <summary><c>ledger</c>: plays the patient ledger from its first event and says what of the cross-reference is not what comes out.</summary>
static class LedgerCommand
{
    internal static Command Create(CommandLineOptions options)
    {
        var command = new Command("ledger", "Play the patient ledger again and compare, also while a server serves from the data folder.");
        options.AddTo(command, OptionTable.Data, OptionTable.Config);
        command.SetAction((parsed, _) => DataFolderCommand.RunAsync(options, parsed, RunAsync));
        return command;
    }

    static async Task<int> RunAsync(string data, InvocationConfiguration console)
    {
        var database = Path.Combine(data, SqliteRegistryStore.FileName);
        if (!File.Exists(database))
        {
            await console.Error.WriteLineAsync($"'{data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        using var registry = new RegistryFile(database);
        var differences = registry.CheckIdentities();
        foreach (var difference in differences) await console.Error.WriteLineAsync(difference).ConfigureAwait(false);
        await console.Output.WriteLineAsync($"{differences.Count} differences").ConfigureAwait(false);
        return differences.Count == 0 ? 0 : DataFolderCommand.Damaged;
    }
}
