using System.CommandLine;
using System.Globalization;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Server.Options;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Commands;

/// <summary><c>hold</c>: legal holds on documents, which ITI-86 does not remove then.</summary>
static class HoldCommand
{
    internal static Command Create(CommandLineOptions options) =>
        new("hold", "Keep documents from being removed (ITI-86), also while a server serves from the data folder.")
        {
            CreateAdd(options),
            CreateRemove(options),
            CreateList(options),
        };

    static Command CreateAdd(CommandLineOptions options)
    {
        var (document, reason) = (Document(), new Option<string>("--reason") { Required = true, HelpName = "TEXT", Description = "Why; the audit trail keeps it." });
        var command = new Command("add", "Put a document under a legal hold.") { document, reason };
        return WithAction(command, options, (parsed, holds) =>
        {
            var at = TimeProvider.System.GetUtcNow();
            var hold = new LegalHold(parsed.GetRequiredValue(document), parsed.GetRequiredValue(reason), at, Environment.UserName);
            return Tell(parsed, hold.DocumentUniqueId, holds.Place(
                hold, documents => AuditRecording.Of(LegalHoldAudit.Placed(Node, Environment.UserName, at, hold, documents))));
        });
    }

    static Command CreateRemove(CommandLineOptions options)
    {
        var document = Document();
        var command = new Command("remove", "Lift the legal hold on a document.") { document };
        return WithAction(command, options, (parsed, holds) =>
        {
            var uniqueId = parsed.GetRequiredValue(document);
            return Tell(parsed, uniqueId, holds.Lift(uniqueId, documents => AuditRecording.Of(
                LegalHoldAudit.Lifted(Node, Environment.UserName, TimeProvider.System.GetUtcNow(), uniqueId, documents))));
        });
    }

    static Command CreateList(CommandLineOptions options) =>
        WithAction(new Command("list", "List the legal holds."), options, (parsed, holds) =>
        {
            foreach (var hold in holds.List())
                parsed.InvocationConfiguration.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{hold.DocumentUniqueId}\t{hold.PlacedAt:u}\t{hold.PlacedBy}\t{hold.Reason}"));
            return 0;
        });

    static AuditingNode Node => new(
        new AuditSource($"iheregistry@{Environment.MachineName}", null), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    static Option<string> Document() =>
        new("--document") { Required = true, HelpName = "UNIQUEID", Description = "The document's uniqueId." };

    static Command WithAction(Command command, CommandLineOptions options, Func<ParseResult, LegalHoldFile, int> run)
    {
        options.AddTo(command, OptionTable.Data, OptionTable.Config);
        command.SetAction((parsed, _) => DataFolderCommand.RunAsync(options, parsed, async (data, console) =>
        {
            var database = Path.Combine(data, SqliteRegistryStore.FileName);
            var exists = File.Exists(database);
            using var holds = exists ? new LegalHoldFile(database) : null;
            if (holds is { IsCurrent: true }) return run(parsed, holds);
            await console.Error.WriteLineAsync(exists
                ? $"'{database}' is of another version: start this version's server on it first."
                : $"'{data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }));
        return command;
    }

    static int Tell(ParseResult parsed, string uniqueId, LegalHoldOutcome outcome)
    {
        if (outcome == LegalHoldOutcome.Done) return 0;
        parsed.InvocationConfiguration.Error.WriteLine(outcome switch
        {
            LegalHoldOutcome.UnknownDocument => $"The repository holds no document '{uniqueId}'.",
            LegalHoldOutcome.HeldAlready => $"Document '{uniqueId}' is held already.",
            _ => $"Document '{uniqueId}' is not held.",
        });
        return RunCommand.WrongUse;
    }
}
