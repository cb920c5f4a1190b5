using System.CommandLine;
using IheRegistry.Server.Commands;
using IheRegistry.Server.Options;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Commands;

[TestFixture]
public sealed class RunCommandTests
{
    [Test]
    public async Task Without_a_subcommand_the_server_runs_with_the_options_and_they_are_printed()
    {
        ServerOptions? given = null;
        using var output = new StringWriter();
        var command = RunCommand.Create((options, _) =>
        {
            given = options;
            return Task.FromResult(7);
        });

        var code = await command.Parse(["--http", "0", "--demo"]).InvokeAsync(new InvocationConfiguration { Output = output });

        Assert.That(code, Is.EqualTo(7));
        Assert.That((given?.Listener.HttpPort, given?.Demo.IsEnabled), Is.EqualTo(((int?)0, (bool?)true)));
        Assert.That(output.ToString(), Does.Contain("--http 0 (command line)\n"));
    }

    [Test]
    public async Task With_wrong_options_the_server_does_not_run()
    {
        using var error = new StringWriter();
        var command = RunCommand.Create((_, _) => throw new InvalidOperationException("The server is not to start."));

        var code = await command.Parse(["--bind", "0.0.0.0", "--drain", "soon"]).InvokeAsync(new InvocationConfiguration { Error = error });

        Assert.That(code, Is.EqualTo(2));
        Assert.That(error.ToString(), Does.Contain("--insecure-plain").And.Contain("--drain: \"soon\""));
    }
}
