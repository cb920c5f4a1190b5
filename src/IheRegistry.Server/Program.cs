using System.CommandLine;
using IheRegistry.Server.Commands;

var command = RunCommand.Create(run: (_, _) => Task.FromResult(0));
// The host stops on SIGINT and SIGTERM itself and drains; the command line must not cut that short.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
