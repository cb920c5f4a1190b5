using System.Text;
using IheRegistry.Model;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>Retrieve Document Set for what is not there, and for documents that the disk has damaged (ITI TF-2 3.43.4).</summary>
[TestFixture]
sealed class RetrieveAttackTests : AttackFixture
{
    static readonly string Long = new('9', 100_000);

    static IEnumerable<string> Tricks =>
    [
        "../../../../etc/passwd", "..%2F..%2Fetc%2Fpasswd", "/etc/passwd", @"..\..\windows\win.ini", "file:///etc/passwd", "documents", "' OR '1'='1", "'; DROP TABLE stored_document; --", "%", "*", "1.2.3.4.5 ", "\u202E1.2.3", "$(id)", "`id`", "{0}", "%s%n", Long,
    ];

    [TestCaseSource(nameof(Tricks))]
    public Task A_strange_document_id_finds_nothing(string id) => MustFailAsync(Request.Iti43(Escaped(id)), "XDSDocumentUniqueIdError");

    [TestCaseSource(nameof(Tricks))]
    public Task A_strange_repository_id_is_unknown(string id) => MustFailAsync(Request.Iti43("1.2.3", Escaped(id)), "XDSUnknownRepositoryId");

    [TestCaseSource(nameof(Tricks))]
    public Task A_strange_home_community_is_unknown(string id) => MustFailAsync(
        Request.Iti43("1.2.3").With("<xds:RepositoryUniqueId>", $"<xds:HomeCommunityId>{Escaped(id)}</xds:HomeCommunityId><xds:RepositoryUniqueId>"),
        "XDSUnknownCommunity");

    [Test]
    public async Task An_answer_is_not_much_larger_than_a_question_that_is_refused()
    {
        var request = Request.Iti43(Long);
        Assert.That((await AnswerAsync(request)).Body, Has.Length.LessThan(10_000));
    }

    [Test]
    public Task No_document_at_all_is_refused() => MustFailAsync(
        Request.Mtom(Without(Request.Iti43Envelope("1.2.3"))), "XDSRepositoryError");

    [Test]
    public Task A_document_without_ids_is_unknown() => MustFailAsync(Request.Iti43("", ""), "XDSUnknownRepositoryId");

    [Test]
    public Task More_documents_than_an_answer_takes_are_refused() => MustFailAsync(Many(501, "1.2.3"), "XDSTooManyResults");

    [Test]
    public async Task The_same_document_many_times_is_answered_and_closed_again()
    {
        var uniqueId = await StoredAsync(Document);
        var answer = await AnswerAsync(Many(500, uniqueId));
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"));
        Assert.That(Server.OpenFiles().Select(file => file.Name), Has.None.Contains("/documents/"));
    }

    [Test]
    public async Task One_document_of_two_is_a_partial_success()
    {
        var before = StoredState.Of(Server);
        var uniqueId = await StoredAsync(Document);
        var answer = await AnswerAsync(Many(1, uniqueId, "../../etc/passwd"));
        Assert.That((answer.ResponseStatus, answer.ErrorCodes), Is.EqualTo(("PartialSuccess", "XDSDocumentUniqueIdError")));
        Assert.That(before.OutcomesSince().TakeLast(2), Is.EquivalentTo(new[] { 0, 8 }), "the audit: one went out and one did not");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_document_that_the_disk_has_damaged_is_never_taken_for_whole(bool isMtom)
    {
        var text = $"{Leaks.PatientMark} {Guid.NewGuid()}";
        var uniqueId = await StoredAsync(Encoding.ASCII.GetBytes(text));
        var file = Directory.EnumerateFiles(Path.Combine(Server.DataFolder, "documents"), "*", SearchOption.AllDirectories)
            .Single(path => File.ReadAllText(path) == text);
        File.WriteAllText(file, text.Replace('-', '+'));
        var before = StoredState.Of(Server);

        var request = isMtom ? Request.Iti43(uniqueId) : Request.Simple(Transactions.RepositoryPath, Request.Iti43Envelope(uniqueId));
        var answer = await request.PostAsync(Server);
        Assert.That(answer?.IsWhole, Is.Not.True, "the connection must break");
        before.MustBeUnchanged();
        Assert.That(before.OutcomesSince()[^1], Is.GreaterThan(0), "the audit's last word is that it failed");
        Assert.That(Server.LogSinceLastAsked(), Does.Contain(" ERROR "), "the log tells of the damage");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_document_that_the_disk_has_lost_is_not_available(bool isShort)
    {
        var text = $"{Leaks.PatientMark} {Guid.NewGuid()}";
        var uniqueId = await StoredAsync(Encoding.ASCII.GetBytes(text));
        var file = Directory.EnumerateFiles(Path.Combine(Server.DataFolder, "documents"), "*", SearchOption.AllDirectories)
            .Single(path => File.ReadAllText(path) == text);
        if (isShort) File.WriteAllText(file, text[..^1]);
        else File.Delete(file);
        await MustFailAsync(Request.Iti43(uniqueId), "XDSDocumentUniqueIdError");
    }

    async Task<string> StoredAsync(byte[] document)
    {
        var uniqueId = Request.NewOid();
        var answer = await AnswerAsync(Request.Iti41(Known, document, uniqueId));
        Assert.That(answer.ResponseStatus, Is.EqualTo("Success"), answer.Text);
        return uniqueId;
    }

    static Request Many(int count, params string[] uniqueIds)
    {
        var one = uniqueIds.Select(id =>
            $"<xds:DocumentRequest><xds:RepositoryUniqueId>{Request.RepositoryUniqueId}</xds:RepositoryUniqueId><xds:DocumentUniqueId>{id}</xds:DocumentUniqueId></xds:DocumentRequest>");
        var all = string.Concat(Enumerable.Repeat(string.Concat(one), count));
        return Request.Mtom(Without(Request.Iti43Envelope("")).Swap("</xds:RetrieveDocumentSetRequest>", all + "</xds:RetrieveDocumentSetRequest>"));
    }

    static string Without(string envelope)
    {
        var end = envelope.IndexOf("</xds:DocumentRequest>", StringComparison.Ordinal) + "</xds:DocumentRequest>".Length;
        return envelope[..envelope.IndexOf("<xds:DocumentRequest>", StringComparison.Ordinal)] + envelope[end..];
    }

    static string Escaped(string text) => new System.Xml.Linq.XText(text).ToString();
}
