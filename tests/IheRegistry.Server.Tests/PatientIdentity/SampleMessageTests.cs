using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>The messages in samples/hl7v2 about identity, and the queries, are accepted by a server with the demo, in the order of their names.</summary>
[TestFixture]
sealed class SampleMessageTests : ServerFixture
{
    protected override string[] Arguments => ["--demo"];

    [TestCase("identity", "|ACK^A")]
    [TestCase("queries", "|RSP^|ACK^J01")]
    public async Task They_are_accepted(string folder, string types)
    {
        var files = Directory.GetFiles(SourceTree.PathOf("samples", "hl7v2", folder), "*.hl7").Order(StringComparer.Ordinal).ToList();
        Assert.That(files, Has.Count.GreaterThan(4));
        foreach (var file in files)
        {
            var answer = await MllpSender.SendAsync(Server.MllpPort, await File.ReadAllBytesAsync(file));
            Assert.That(answer, Does.Contain("MSA|AA|"), $"{file}\n{answer.Replace('\r', '\n')}");
            Assert.That(types.Split('|', StringSplitOptions.RemoveEmptyEntries).Any(type => answer.Contains("|" + type, StringComparison.Ordinal)), Is.True, file);
        }
    }
}
