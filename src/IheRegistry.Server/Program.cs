using System.CommandLine;
using IheRegistry.Server.Commands;
using IheRegistry.Server.Hosting;

var command = RunCommand.Create(ServerProcess.RunAsync);
// The host stops on SIGINT and SIGTERM itself and drains; the command line must not cut that short.
return await command.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
