using System.Net;
using System.Text;
using IheRegistry.Server.Options;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Options;

[TestFixture]
public sealed class ServerOptionsTests
{
    const string ConfigPath = "server.json";

    [Test]
    public void Without_anything_given_the_defaults_hold()
    {
        var options = Resolved(Resolve([]));

        Assert.Multiple(() =>
        {
            Assert.That(options.Listener, Is.EqualTo(new ListenerOptions(8080, 2575, IPAddress.Loopback, InsecurePlain: false)));
            Assert.That(options.Data.Directory, Is.EqualTo("./data"));
            Assert.That(options.Data.ScrubInterval, Is.EqualTo(TimeSpan.FromDays(7)));
            Assert.That(options.AffinityDomain.File, Is.Null);
            Assert.That(options.Demo.IsEnabled, Is.False);
            Assert.That(options.Limits.DocumentBytes, Is.GreaterThan(2L << 30), "a 2 GB document goes through");
            Assert.That(options.Logging.Level, Is.EqualTo(LogLevel.Information));
        });
    }

    [TestCase("--http 1", "2", "3", 1)]
    [TestCase("", "2", "3", 2)]
    [TestCase("", "", "3", 3, Description = "an empty variable counts as absent")]
    [TestCase("", null, "3", 3)]
    [TestCase("", null, null, 8080)]
    public void Command_line_goes_before_environment_before_file_before_default(string arguments, string? variable, string? file, int expected)
    {
        var result = Resolve(
            [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--config", ConfigPath],
            new() { ["IHEREGISTRY_HTTP"] = variable },
            file is null ? "{}" : $$"""{ "http": {{file}} }""");

        Assert.That(Resolved(result).Listener.HttpPort, Is.EqualTo(expected));
    }

    [Test]
    public void The_configuration_file_may_be_named_by_the_environment()
    {
        var result = Resolve([], new() { ["IHEREGISTRY_CONFIG"] = ConfigPath }, """{ "data": "/srv/xds", "demo": true, "scrub": "off" }""");

        Assert.Multiple(() =>
        {
            Assert.That(Resolved(result).Data, Is.EqualTo(new DataOptions("/srv/xds", null, 512L << 20)));
            Assert.That(Resolved(result).Demo.IsEnabled);
        });
    }

    [Test]
    public void All_problems_are_reported_with_option_and_value()
    {
        var result = Resolve(
            ["--http", "99999", "--soap-envelope", "many", "--config", ConfigPath],
            new() { ["IHEREGISTRY_MLLP"] = "mllp" },
            """
            {
              "drain": "30",
              "htttp": 1,
              "parts": [1]
            }
            """);

        Assert.That(result.Options, Is.Null);
        Assert.That(result.Problems.Select(problem => problem.ToString()), Is.EquivalentTo(new[]
        {
            "--http: \"99999\": expected a whole number from 0 to 65535",
            "--soap-envelope: \"many\": expected a number of bytes from 1 to 1GiB, which are held in memory: 64MiB",
            "--mllp (environment IHEREGISTRY_MLLP): \"mllp\": expected a whole number from 0 to 65535",
            "--drain (file): \"30\": expected a time above 0 with its unit, ms, s, m, h or d: 90s",
            "server.json: line 3, $.htttp: no such option",
            "server.json: line 4, $.parts: expected a string, a number, true or false",
        }));
    }

    [TestCase("--no-such-option")]
    [TestCase("stray")]
    [TestCase("--http")]
    [TestCase("--demo maybe")]
    [TestCase("--http 1 --http 2")]
    public void Arguments_that_mean_nothing_are_refused(string arguments)
    {
        var result = Resolve(arguments.Split(' '));

        Assert.That(result.Options, Is.Null);
        Assert.That(result.Problems.Select(problem => problem.Source), Is.All.EqualTo("command line"));
    }

    [TestCase("{", "server.json: line 1, $: not JSON")]
    [TestCase("[]", "server.json: line 1, $: expected an object")]
    [TestCase("{ \"config\": \"other.json\" }", "server.json: line 1, $.config: no such option")]
    [TestCase("{ \"http\": 1,\n  \"http\": 2 }", "server.json: line 2, $.http: the property \"http\" appears twice")]
    public void A_wrong_file_is_refused_with_its_line(string file, string expected)
    {
        var result = Resolve(["--config", ConfigPath], [], file);

        Assert.That(result.Options, Is.Null);
        Assert.That(result.Problems.Select(problem => problem.ToString()), Has.One.StartWith(expected));
    }

    [Test]
    public void A_file_that_is_not_there_is_refused()
    {
        var result = ServerOptions.Resolve(["--config", "absent.json"], new Dictionary<string, string?>(), path => throw new FileNotFoundException("gone", path));

        Assert.That(result.Problems.Single().ToString(), Is.EqualTo("--config: \"absent.json\" cannot be read: gone"));
    }

    [TestCase("0.0.0.0", false, false)]
    [TestCase("192.0.2.1", false, false)]
    [TestCase("::", false, false)]
    [TestCase("0.0.0.0", true, true)]
    [TestCase("127.0.0.2", false, true)]
    [TestCase("::1", false, true)]
    public void Only_a_loopback_address_goes_without_insecure_plain(string address, bool insecurePlain, bool taken)
    {
        var result = Resolve(["--bind", address, .. insecurePlain ? new[] { "--insecure-plain" } : []]);

        Assert.That(result.Options, taken ? Is.Not.Null : Is.Null);
        Assert.That(result.Problems.Select(problem => problem.Source), taken ? Is.Empty : Is.EqualTo(new[] { "--bind" }));
    }

    [TestCase("--http 9000 --mllp 9000", "--mllp: 9000 is the port of --http too")]
    [TestCase("--inline-document 2MiB --document 1MiB", "--inline-document: 2MiB is more than --document 1MiB")]
    [TestCase("--spool-message 2GiB --spool 1025MiB", "--spool-message: 2GiB is more than --spool 1025MiB")]
    public void Options_that_contradict_each_other_are_refused(string arguments, string expected) =>
        Assert.That(Resolve(arguments.Split(' ')).Problems.Select(problem => problem.ToString()), Is.EqualTo(new[] { expected }));

    [Test]
    public void The_bound_of_an_envelope_with_documents_has_room_for_base64() =>
        Assert.That(Resolved(Resolve(["--soap-envelope", "1000", "--inline-document", "10"])).Limits.EnvelopeWithDocumentsBytes, Is.EqualTo(1016));

    [Test]
    public void Both_ports_may_be_left_to_the_system() =>
        Assert.That(Resolve(["--http", "0", "--mllp", "0"]).Problems, Is.Empty);

    [Test]
    public void The_report_says_value_and_origin_of_every_option()
    {
        var report = Resolve(["--demo"], new() { ["IHEREGISTRY_DRAIN"] = "10s", ["IHEREGISTRY_CONFIG"] = ConfigPath }, """{ "http": 81 }""").Report;

        Assert.Multiple(() =>
        {
            Assert.That(report, Has.Count.EqualTo(OptionTable.All.Count));
            Assert.That(report, Has.Member("--demo true (command line)"));
            Assert.That(report, Has.Member("--drain 10s (environment)"));
            Assert.That(report, Has.Member("--http 81 (file)"));
            Assert.That(report, Has.Member("--mllp 2575 (default)"));
            Assert.That(report, Has.Member("--affinity-domain - (default)"));
        });
    }

    [Test]
    public void A_variable_with_our_prefix_that_is_no_option_is_pointed_out()
    {
        var result = Resolve([], new() { ["IHEREGISTRY_HTPP"] = "1", ["PATH"] = "/bin" });

        Assert.That(result.Options, Is.Not.Null);
        Assert.That(result.Notices, Is.EqualTo(new[] { "the environment variable IHEREGISTRY_HTPP is no option and is ignored" }));
    }

    static OptionsResolution Resolve(string[] arguments, Dictionary<string, string?>? environment = null, string file = "{}") =>
        ServerOptions.Resolve(arguments, environment ?? [], path => path == ConfigPath ? Encoding.UTF8.GetBytes(file) : throw new FileNotFoundException(path));

    static ServerOptions Resolved(OptionsResolution result)
    {
        Assert.That(result.Problems, Is.Empty);
        return result.Options!;
    }
}
