using System.CommandLine;
using System.Globalization;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Server.Options;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Commands;

/// <summary><c>notifications</c>: what consumers of PIX Update Notifications have not been told, and sending it again.</summary>
static class NotificationsCommand
{
    // As much as one unit of work sends again.
    const int PageSize = 1000;

    internal static Command Create(CommandLineOptions options) =>
        new("notifications", "What consumers of PIX Update Notifications were not told, also while a server serves from the data folder.")
        {
            CreateList(options),
            CreateResend(options),
        };

    static Command CreateList(CommandLineOptions options)
    {
        var consumer = new Option<string?>("--consumer") { HelpName = "NAME", Description = "List what was given up for this consumer; without it, count for each." };
        var command = new Command("list", "List what waits and what was given up.") { consumer };
        return WithAction(command, options, (parsed, file, _) =>
        {
            if (parsed.GetValue(consumer) is { } name) Print(file, name, parsed.InvocationConfiguration);
            else Count(file, parsed.InvocationConfiguration);
            return 0;
        });
    }

    static Command CreateResend(CommandLineOptions options)
    {
        var consumer = new Option<string>("--consumer") { Required = true, HelpName = "NAME", Description = "The consumer." };
        var command = new Command("resend", "Send everything that was given up for a consumer again.") { consumer };
        return WithAction(command, options, (parsed, file, limits) =>
        {
            var sent = Resend(file, parsed.GetRequiredValue(consumer), limits);
            parsed.InvocationConfiguration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sent} notifications are sent again"));
            return 0;
        });
    }

    static void Count(NotificationFile file, InvocationConfiguration console)
    {
        foreach (var backlog in file.ListBacklogs())
        {
            console.Output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{backlog.Consumer}\t{backlog.Waiting} waiting\t{backlog.GivenUp} given up\t{backlog.Lost} lost"));
        }
    }

    // No identifier of a patient: the console of a machine is no place for them.
    static void Print(NotificationFile file, string consumer, InvocationConfiguration console)
    {
        for (var after = 0L; file.ListGivenUp(consumer, after, PageSize) is { Count: > 0 } page; after = page[^1].Row)
        {
            foreach (var item in page)
            {
                console.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{item.Row}\t{item.GivenUpAt:u}\t{item.Reason}\t{item.Attempts} attempts\t{item.Failure}"));
            }
        }
    }

    static int Resend(NotificationFile file, string consumer, NotificationLimits limits)
    {
        var now = TimeProvider.System.GetUtcNow();
        var sent = 0;
        for (var after = 0L; file.ListGivenUp(consumer, after, PageSize) is { Count: > 0 } page; after = page[^1].Row)
        {
            var audit = AuditRecording.Of(UpdateNotificationAudit.Resent(Node, Environment.UserName, now));
            var resent = file.Resend(page.Select(item => item.Row), limits, now, [audit]);
            sent += resent;
            if (resent < page.Count) break;
        }

        return sent;
    }

    static AuditingNode Node => new(
        new AuditSource($"iheregistry@{Environment.MachineName}", null), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    static Command WithAction(Command command, CommandLineOptions options, Func<ParseResult, NotificationFile, NotificationLimits, int> run)
    {
        options.AddTo(command, OptionTable.Data, OptionTable.Notifications, OptionTable.Config);
        command.SetAction((parsed, _) => DataFolderCommand.RunAsync(options, parsed, async (data, console) =>
        {
            var database = Path.Combine(data, SqliteRegistryStore.FileName);
            var exists = File.Exists(database);
            using var file = exists ? new NotificationFile(database) : null;
            if (file is { IsCurrent: true })
            {
                var settings = options.Resolve(parsed).Options!.Notifications;
                return run(parsed, file, new NotificationLimits(settings.MaxWaiting, settings.MaxWaiting, settings.Deadline));
            }

            await console.Error.WriteLineAsync(exists
                ? $"'{database}' is of another version: start this version's server on it first."
                : $"'{data}' holds no {SqliteRegistryStore.FileName}: it is no data folder.").ConfigureAwait(false);
            return RunCommand.WrongUse;
        }));
        return command;
    }
}
