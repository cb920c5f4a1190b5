using System.CommandLine;
using IheRegistry.Server.Options;

namespace IheRegistry.Server.Commands;

/// <summary>The subcommands of the executable; without one the server runs.</summary>
static class CommandTable
{
    /// <summary>Every subcommand.</summary>
    /// <param name="options">For subcommands that take options of the server: <see cref="CommandLineOptions.AddTo"/>.</param>
    /// <returns>The subcommands in the order of the help.</returns>
    internal static IEnumerable<Command> Create(CommandLineOptions options) =>
    [
        AffinityDomainCommand.Create(),
        BackupCommand.Create(options),
        RestoreCommand.Create(options),
        RehashCommand.Create(options),
        LedgerCommand.Create(options),
        HoldCommand.Create(options),
        NotificationsCommand.Create(options),
        MatchingCommand.Create(options),
    ];
}
