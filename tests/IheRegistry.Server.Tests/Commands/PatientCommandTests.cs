using System.CommandLine;
using IheRegistry.Server.AffinityDomains;
using IheRegistry.Server.Commands;
using IheRegistry.Server.Tests.AffinityDomains;
using IheRegistry.Server.Tests.Hostile;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Server.Tests.Notifications;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Commands;

/// <summary><c>notifications</c> and <c>matching</c>, beside a server that runs on the same data folder.</summary>
[TestFixture]
public sealed class PatientCommandTests
{
    readonly StringWriter _output = new();
    readonly StringWriter _error = new();
    TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _output.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [OneTimeTearDown]
    public void OneTimeTearDown()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Test]
    public async Task Notifications_that_were_given_up_are_counted_listed_and_sent_again()
    {
        await using var consumer = UpdateConsumerPeer.Start();
        consumer.Next("AE");
        await using var server = await TestServer.StartAsync("--affinity-domain", ConsumerDomain.Write(_folder[""], ConsumerDomain.Consumer("north", consumer.Port)));
        await FeedAsync(server, "K-1", "Kommando^Karl");
        await Waiting.UntilAsync(
            () => server.Query("SELECT count(*) FROM notification WHERE given_up_at IS NOT NULL", row => row.GetInt64(0)).Single() == 1, "it is given up");

        Assert.That(Run("notifications", "list", "--data", server.DataFolder), Is.Zero, _error.ToString());
        Assert.That(_output.ToString(), Is.EqualTo("north\t0 waiting\t1 given up\t0 lost\n"));
        _output.GetStringBuilder().Clear();
        Assert.That(Run("notifications", "list", "--consumer", "north", "--data", server.DataFolder), Is.Zero);
        Assert.That(_output.ToString(), Does.Contain("\tRefused\t1 attempts\tacknowledged with AE").And.Not.Contain("K-1"));
        _output.GetStringBuilder().Clear();

        Assert.That(Run("notifications", "resend", "--consumer", "north", "--data", server.DataFolder), Is.Zero);

        Assert.That(_output.ToString(), Is.EqualTo("1 notifications are sent again\n"));
        await consumer.TakeAsync();
        Assert.That((await consumer.TakeAsync()).Ids, Is.EqualTo(new[] { "K-1@IHERED" }), "the server finds it by itself");
    }

    [Test]
    public async Task Weights_are_estimated_and_taken_by_the_affinity_domain_that_names_them()
    {
        await using var server = await TestServer.StartAsync();
        for (var i = 0; i < 4; i++) await FeedAsync(server, $"E-{i}", $"Estimate^Nr{i % 2}");
        var weights = _folder["weights.json"];

        Assert.That(Run("matching", "estimate", "--out", weights, "--data", server.DataFolder), Is.Zero, _error.ToString());

        Assert.That(_output.ToString(), Does.StartWith($"{weights} written: 4 records, "));
        Assert.That(_error.ToString(), Does.Contain("Fewer than 10000 records"));
        var domain = _folder.Write("domain.json", File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json"))
            .Replace("\"institutions\": []", "\"institutions\": [], \"matching\": { \"weightsFile\": \"weights.json\" }", StringComparison.Ordinal));
        var problems = new List<string>();
        Assert.That(AffinityDomainFile.Read(domain, problems), Is.Not.Null, string.Join('\n', problems));

        File.WriteAllText(weights, "{}");
        Assert.That(AffinityDomainFile.Read(domain, problems), Is.Null);
        Assert.That(problems.Single(), Does.StartWith(weights + ": "));
        File.Delete(weights);
        problems.Clear();
        Assert.That(AffinityDomainFile.Read(domain, problems), Is.Null);
        Assert.That(problems.Single(), Does.StartWith(weights + ": cannot be read: "));
    }

    [TestCase("notifications", "list")]
    [TestCase("matching", "estimate", "--out", "w.json")]
    public void A_folder_without_a_database_is_refused(params string[] arguments)
    {
        Assert.That(Run([.. arguments, "--data", _folder[""]]), Is.EqualTo(RunCommand.WrongUse));
        Assert.That(_error.ToString(), Does.Contain("it is no data folder"));
    }

    static async Task FeedAsync(TestServer server, string id, string name)
    {
        var message = MllpSender.Adt("A28", ConsumerDomain.Cx(id, ConsumerDomain.Red)).Replace("Testpatient^Tom", name, StringComparison.Ordinal);
        Assert.That(await MllpSender.SendAsync(server.MllpPort, message), Does.Contain("MSA|AA|"));
    }

    int Run(params string[] arguments) => RunCommand
        .Create((_, _) => throw new InvalidOperationException("The server is not to start."))
        .Parse(arguments)
        .Invoke(new InvocationConfiguration { Output = _output, Error = _error });
}
