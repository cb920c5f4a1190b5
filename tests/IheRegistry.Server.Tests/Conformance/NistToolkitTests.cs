using System.Diagnostics;
using System.Text.RegularExpressions;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Conformance;

/// <summary>NIST's own tests of a Document Registry and Repository, run by a program that shares nothing with this project.</summary>
[TestFixture]
public sealed partial class NistToolkitTests
{
    [Test]
    public async Task Every_test_of_the_registry_and_repository_collections_passes()
    {
        var runner = SourceTree.SharedPathOf("nist", "nist_runner.py");
        if (runner is null) Assert.Ignore("The NIST tests are not beside the repository.");
        if (!HasLxml()) Assert.Ignore("/usr/bin/python3 with lxml is not installed.");

        await using var server = await TestServer.StartAsync();
        var log = Directory.CreateTempSubdirectory("iheregistry-nist-").FullName;
        var output = await RunAsync(
            runner, "--testkit", SourceTree.SharedPathOf("nist", "testkit")!, "--schema", SourceTree.SharedPathOf("nist", "schema", "v3")!,
            "--collection", "reg,rep,reg_mu,reg_rmu,reg_rm,reg_od,rep_rd", "--log", log,
            "--set", $"registry={server.Registry}", "--set", $"repository={server.Repository}",
            "--set", $"mllp=127.0.0.1:{server.MllpPort}", "--set", "repuid=1.3.6.1.4.1.21367.2026.1.1");
        Directory.Delete(log, recursive: true);

        var verdict = Verdict().Match(output);
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Success, Is.True, output);
            Assert.That(verdict.Groups["failed"].Value, Is.EqualTo("0"), output);
            Assert.That(int.Parse(verdict.Groups["passed"].Value), Is.GreaterThanOrEqualTo(46), output);
        });
    }

    static bool HasLxml()
    {
        try
        {
            using var python = Process.Start("/usr/bin/python3", ["-c", "import lxml"]);
            python.WaitForExit();
            return python.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    static async Task<string> RunAsync(params string[] arguments)
    {
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = python.StandardOutput.ReadToEndAsync();
        var error = python.StandardError.ReadToEndAsync();
        await python.WaitForExitAsync();
        return await output + await error;
    }

    [GeneratedRegex(@"^(?<passed>\d+) passed, (?<failed>\d+) failed", RegexOptions.Multiline)]
    private static partial Regex Verdict();
}
