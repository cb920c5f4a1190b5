using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IheRegistry.Model;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>
/// HL7 V3 messages that are wrong, at both endpoints: each gets the fault or the acknowledgement that says so, stores nothing and is audited as a
/// failure. The valid message beside it is taken.
/// </summary>
[TestFixture]
sealed partial class Hl7v3AttackTests : AttackFixture
{
    const string NotWellFormed = "The SOAP envelope is not well-formed XML, or has a start tag beyond the limit.";
    const string TooDeep = "The elements of the SOAP envelope are nested too deep.";
    const int Seed = 20260206;

    static readonly string[] Feeds = ["iti-44-record-added", "iti-44-record-revised"];

    static readonly string[] Templates = [.. Feeds, "iti-45-get-identifiers", "iti-47-find-candidates", "iti-47-continue", "iti-47-cancel"];

    static int Rounds => Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 5_000 : 300;

    [TestCaseSource(nameof(Templates))]
    public async Task A_message_that_is_no_XML_any_more_is_a_fault(string template)
    {
        await MustFaultAsync(Post(template, text => text.Swap("<controlActProcess", "<controlActProcess x=\"&evil;\"")), 400, "Sender", NotWellFormed);
        await MustFaultAsync(Post(template, text => text[..(text.Length / 2)]), 400, "Sender", NotWellFormed);
    }

    [TestCaseSource(nameof(Templates))]
    public async Task Entities_and_depth_are_refused_before_anything_is_read(string template)
    {
        await MustFaultAsync(
            Post(template, text => text.Swap("<env:Envelope", "<!DOCTYPE a [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><env:Envelope")),
            400, "Sender", "The SOAP envelope must not have a document type declaration.");
        var deep = new StringBuilder().Insert(0, "<a>", 100_000).ToString();
        await MustFaultAsync(Post(template, text => text.Swap("<controlActProcess", deep + "<controlActProcess")), 400, "Sender", TooDeep);
        await MustFaultAsync(Post(template, text => Regex.Replace(text, "(<controlActProcess[^>]*>)", "$1" + deep)), 400, "Sender", TooDeep);
    }

    [TestCase("iti-44-record-added", "<id root=\"1.3.6.1.4.1.21367.13.20.1000\"", "<id nullFlavor=\"NI\"/>", "CE")]
    [TestCase("iti-44-record-added", "<name use=\"L\">", "<name><given>A</given></name>", "CE")]
    [TestCase("iti-44-record-added", "<addr use=\"H\">", "<addr><city>A</city></addr>", "CE")]
    [TestCase("iti-44-record-added", "<telecom use=\"MC\"", "<telecom value=\"tel:1\"/>", "CE")]
    [TestCase("iti-44-record-added", "<given>Wei</given>", "<given>A</given>", "CA")]
    [TestCase("iti-44-record-added", "<city>Springfield</city>", "<precinct>A</precinct>", "CA")]
    public async Task A_hundred_thousand_repetitions_cost_little(string template, string before, string repeated, string acknowledgement)
    {
        // Null identifiers are none; they must not cost either.
        var expected = repeated.Contains("NI", StringComparison.Ordinal) ? "CA" : acknowledgement;
        var many = new StringBuilder().Insert(0, repeated, 100_000).ToString();
        var answer = await AnswerAsync(Post(template, text => text.Swap(before, many + before)));
        Assert.That(TypeCode(answer), Is.EqualTo(expected), answer.Text);
    }

    [Test]
    public async Task A_query_of_a_megabyte_is_refused_and_not_sent_back()
    {
        var answer = await AnswerAsync(Post("iti-47-find-candidates", text => text.Swap("LivingSubject.name", new string('x', 1 << 20))));
        Assert.That((TypeCode(answer), answer.Body.Length), Is.EqualTo(("AE", answer.Body.Length)));
        Assert.That(answer.Body, Has.Length.LessThan(10_000));
        Assert.That(TypeCode(await AnswerAsync(Post("iti-47-find-candidates", text => text))), Is.EqualTo("AA"));
    }

    [TestCase("<family>Beisp</family>", "<family>' OR 1=1 --</family>")]
    [TestCase("<family>Beisp</family>", "<family>%</family>")]
    [TestCase("<family>Beisp</family>", "<family>*</family>")]
    [TestCase("<family>Beisp</family>", "<family>_______</family>")]
    [TestCase("<family>Beisp</family>", "<family>\"\" NEAR a*</family>")]
    public async Task Signs_of_other_languages_are_letters_like_others(string from, string to)
    {
        var answer = await AnswerAsync(Post("iti-47-find-candidates", text => text.Swap(from, to).Swap("<given>W</given>", "").Swap("<value use=\"SRCH\">", "<value>")));
        Assert.That((TypeCode(answer), answer.Text.Contains("queryResponseCode code=\"NF\"", StringComparison.Ordinal)), Is.EqualTo(("AA", true)), answer.Text);
        Leaks.NoneIn(answer.Text);
    }

    [Test]
    public async Task A_message_with_faults_gets_an_answer_that_was_foreseen()
    {
        TestContext.Out.WriteLine($"Seed {Seed}, {Rounds} rounds.");
        for (var round = 0; round < Rounds; round++)
        {
            var mutation = new Mutation(new Random(Seed + round));
            var valid = Post(Templates[round % Templates.Length], text => text);
            var request = valid with { Body = mutation.Of(valid.Body) };
            var told = string.Create(CultureInfo.InvariantCulture, $"round {round}: {Encoding.Latin1.GetString(request.Body)}");
            var before = StoredState.Of(Server);
            var answer = await request.PostAsync(Server);
            Assert.That(answer?.IsWhole, Is.True, told);
            if (answer!.Status == 200) Assert.That(TypeCode(answer), Is.AnyOf("CA", "CE", "CR", "AA", "AE", "AR"), told);
            else Assert.That(answer.Status, Is.AnyOf(400, 413, 415, 500), told);
            if (answer.Status == 500) Assert.That(answer.Text, Does.Contain("VersionMismatch").Or.Contain("MustUnderstand"), told);
            if (answer.Status != 200 || TypeCode(answer) != "CA") before.MustBeUnchanged();
            Leaks.NoneIn(answer.Text);
            Assert.That(Server.LogSinceLastAsked(), Does.Not.Contain(" ERROR ").And.Not.Contain(Leaks.PatientMark).IgnoreCase, told);
        }
    }

    static string TypeCode(HttpAnswer answer) => AcknowledgementType().Match(answer.Text).Groups[1].Value;

    static Request Post(string template, Func<string, string> spoil)
    {
        var text = File.ReadAllText(SourceTree.PathOf("samples", "soap", $"{template}.xml"))
            .Replace("@MESSAGE_ID@", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("@QUERY_ID@", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("@PREVIOUS_MESSAGE_ID@", Guid.NewGuid().ToString(), StringComparison.Ordinal)
            .Replace("@PATIENT_ID@", $"{Leaks.PatientMark}-{Guid.NewGuid():N}", StringComparison.Ordinal)
            .Replace("@TO@", "http://localhost/", StringComparison.Ordinal)
            .Replace("Beispiel", Leaks.PatientMark, StringComparison.Ordinal);
        return Request.Simple(template.StartsWith("iti-47", StringComparison.Ordinal) ? Transactions.SupplierPath : Transactions.ManagerPath, spoil(text));
    }

    [GeneratedRegex("<acknowledgement><typeCode code=\"([A-Z]{2})\"")]
    private static partial Regex AcknowledgementType();
}
