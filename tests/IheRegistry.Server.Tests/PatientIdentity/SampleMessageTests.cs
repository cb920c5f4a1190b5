using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>The messages in samples/hl7v2 about identity, and the queries, are accepted by a server with the demo.</summary>
[TestFixture]
sealed class SampleMessageTests : ServerFixture
{
    protected override string[] Arguments => ["--demo"];

    static readonly string[] Story =
    [
        "identity/adt-a28-sample-1.hl7", "identity/adt-a31-sample-1-moved.hl7", "identity/adt-a28-sample-2.hl7", "identity/adt-a24-link-sample-1-sample-2.hl7",
        "identity/adt-a37-unlink-sample-1-sample-2.hl7", "identity/adt-a47-sample-1-into-sample-9.hl7",
    ];

    [Test]
    public Task The_story_of_a_person_is_accepted() => AcceptedAsync(Story, "|ACK^A");

    [Test]
    public Task Queries_are_answered_and_a_cancellation_acknowledged() =>
        AcceptedAsync(Directory.GetFiles(SourceTree.PathOf("samples", "hl7v2", "queries"), "*.hl7").Select(path => $"queries/{Path.GetFileName(path)}"), "|RSP^", "|ACK^J01");

    async Task AcceptedAsync(IEnumerable<string> files, params string[] types)
    {
        foreach (var file in files)
        {
            var answer = await MllpSender.SendAsync(Server.MllpPort, await File.ReadAllBytesAsync(SourceTree.PathOf("samples", "hl7v2", file)));
            Assert.That(answer, Does.Contain("MSA|AA|"), $"{file}\n{answer.Replace('\r', '\n')}");
            Assert.That(types.Any(type => answer.Contains(type, StringComparison.Ordinal)), Is.True, file);
        }
    }
}
