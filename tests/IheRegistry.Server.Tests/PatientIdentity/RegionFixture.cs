using System.Text.RegularExpressions;
using IheRegistry.Server.Tests.BlackBox;
using IheRegistry.Tests.Shared.Mllp;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>A server of the region, to which hospitals send over MLLP.</summary>
public abstract partial class RegionFixture : TransactionFixture
{
    readonly string _folder = Directory.CreateTempSubdirectory("iheregistry-region-").FullName;

    /// <inheritdoc />
    protected override string[] Arguments => ["--affinity-domain", Region.Write(_folder)];

    /// <summary>Deletes the file of the affinity domain.</summary>
    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    internal static string At(string id, string authority) => $"{id}^^^&{authority}&ISO";

    internal Task<string> SendAsync(string message) => MllpSender.SendAsync(Server.MllpPort, message);

    internal async Task AcceptAsync(Feed feed)
    {
        var answer = await SendAsync(feed.Text);
        Assert.That(answer, Does.Contain("\rMSA|AA|"), answer.Replace('\r', '\n'));
    }

    /// <summary>A refusal with a code and a text of its own.</summary>
    internal async Task RefusedAsync(Feed feed, string code, string text)
    {
        var answer = await SendAsync(feed.Text);
        Assert.That(answer, Does.Contain("\rMSA|AE|").And.Contain(code + "^").And.Contain(text), answer.Replace('\r', '\n'));
    }

    /// <summary>PIX Query; the whole answer.</summary>
    internal Task<string> PixAsync(string id, params string[] domains) => SendAsync(
        Feed.Header("CONSUMER", "QBP^Q23^QBP_Q21") + $"QPD|IHE PIX Query|{Guid.NewGuid():N}|{id}|{string.Join('~', domains.Select(oid => $"^^^&{oid}&ISO"))}\rRCP|I\r");

    /// <summary>The ids that a PIX Query finds, as <c>id@oid</c>.</summary>
    internal async Task<IReadOnlyList<string>> IdsAsync(string id, params string[] domains)
    {
        var answer = await PixAsync(id, domains);
        Assert.That(answer, Does.Contain("\rMSA|AA|"), answer.Replace('\r', '\n'));
        return IdsOf(answer);
    }

    /// <summary>The EPID of an id, in CX form.</summary>
    internal async Task<string> EpidAsync(string id) =>
        At((await IdsAsync(id, Region.Epid)).Single().Split('@')[0], Region.Epid);

    /// <summary>The ids of PID-3 of an answer, as <c>id@oid</c>.</summary>
    internal static IReadOnlyList<string> IdsOf(string answer) => [.. PersonIds().Matches(string.Join('\n', Pids(answer).Select(pid => pid.Split('|')[3])))
        .Select(match => $"{match.Groups[1].Value}@{match.Groups[2].Value}")];

    /// <summary>The PID segments of an answer.</summary>
    internal static IReadOnlyList<string> Pids(string answer) =>
        [.. answer.Split('\r').Where(segment => segment.StartsWith("PID|", StringComparison.Ordinal))];

    /// <summary>How many reviews wait for a record.</summary>
    internal long Reviews(string id) => Server.Query(
        $"SELECT count(*) FROM identity_review WHERE id = '{id}' AND state = 1", row => row.GetInt64(0)).Single();

    [GeneratedRegex(@"([^~^\n]+)\^\^\^[^&~]*&([0-9.]+)&ISO")]
    private static partial Regex PersonIds();
}
