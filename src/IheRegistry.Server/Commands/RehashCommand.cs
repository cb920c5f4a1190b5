using System.CommandLine;
using System.Globalization;
using IheRegistry.Server.Options;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Commands;

/// <summary><c>rehash</c>: reads every document that the repository's rows name and says which are not what was stored.</summary>
static class RehashCommand
{
    internal static Command Create(CommandLineOptions options)
    {
        var rate = new Option<string>("--rate")
        {
            HelpName = OptionSyntax.Bytes.ValueName,
            Description = $"How many bytes to read in a second at most. [default: {OptionSyntax.Bytes.Write(Rehash.DefaultBytesPerSecond)}]",
        };
        rate.Validators.Add(result =>
        {
            if (!OptionSyntax.Bytes.TryRead(result.Tokens[0].Value, out _)) result.AddError($"--rate: {OptionSyntax.Bytes.Expected}");
        });
        var command = new Command("rehash", "Hash every stored document again, also while a server serves from the data folder.") { rate };
        options.AddTo(command, OptionTable.Data, OptionTable.Config);
        command.SetAction((parsed, cancellation) => DataFolderCommand.RunAsync(
            options, parsed, (data, console) => RunAsync(data, Rate(parsed.GetValue(rate)), console, cancellation)));
        return command;
    }

    static long Rate(string? text) => text is not null && OptionSyntax.Bytes.TryRead(text, out var rate) ? rate : Rehash.DefaultBytesPerSecond;

    static async Task<int> RunAsync(string data, long bytesPerSecond, InvocationConfiguration console, CancellationToken cancellationToken)
    {
        var database = Path.Combine(data, SqliteRegistryStore.FileName);
        if (!File.Exists(database))
        {
            await console.Error.WriteLineAsync($"'{data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }

        using var registry = new RegistryFile(database);
        var documents = new DocumentReader(DataFolder.DocumentsOf(data));
        var rehash = new Rehash((key, _) => ValueTask.FromResult(documents.Open(key)), registry.IsReferencedAsync, TimeProvider.System);
        var (whole, bytes, damaged) = (0L, 0L, 0L);
        var results = rehash.RunAsync(registry.ListContentsAsync(null, cancellationToken), bytesPerSecond, cancellationToken);
        await foreach (var result in results.ConfigureAwait(false))
        {
            if (result.Fault is { } fault)
            {
                damaged++;
                DataFolderCommand.Print([new DocumentFault(result.Key, fault)], console);
            }
            else
            {
                whole++;
                bytes += result.Key.Size;
            }
        }

        await console.Output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{whole} documents of {bytes} bytes whole, {damaged} missing or damaged")).ConfigureAwait(false);
        return damaged == 0 ? 0 : DataFolderCommand.Damaged;
    }
}
