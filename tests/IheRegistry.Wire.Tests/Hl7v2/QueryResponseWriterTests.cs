using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed partial class QueryResponseWriterTests
{
    const string Pix = "MSH|^~\\&|CON|DEP|MGR|HOSP|20260101||QBP^Q23^QBP_Q21|17|P|2.5\rQPD|IHE PIX Query|T1|12^^^A|^^^B~^^^X\rRCP|I\r";
    const string Pdq = "MSH|^~\\&|CON|DEP|SUP|HOSP|20260101||QBP^Q22^QBP_Q21|17|P|2.5\r"
        + "QPD|IHE PDQ Query|T1|@PID.8^F~@PID.3.1^1~@PID.3.4.1^A~@PID.3.1^2~@PID.3.4.1^X|||||^^^A~^^^X\rRCP|I\r";

    static readonly PatientIdentifier First = new("7", new("B", "1.2.4", "ISO"), "PI");

    [Test]
    public void Identifiers_that_were_found_are_one_pid_without_a_name() => Assert.That(
        Answer(Pix, new PixAnswer(PixOutcome.Found) { Identifiers = [First, First with { Id = "8" }] }),
        Is.EqualTo(Head("RSP^K23^RSP_K23", "MGR") + "MSA|AA|17\rQAK|T1|OK|IHE PIX Query\rQPD|IHE PIX Query|T1|12^^^A|^^^B~^^^X\r"
            + "PID|||7^^^B&1.2.4&ISO^PI~8^^^B&1.2.4&ISO^PI||~^^^^^^S\r"));

    [Test]
    public void No_identifier_is_no_error() => Assert.That(
        Answer(Pix, new PixAnswer(PixOutcome.NoneFound)),
        Is.EqualTo(Head("RSP^K23^RSP_K23", "MGR") + "MSA|AA|17\rQAK|T1|NF|IHE PIX Query\rQPD|IHE PIX Query|T1|12^^^A|^^^B~^^^X\r"));

    [TestCase(PixOutcome.UnknownPatient, "QPD^1^3^1^1")]
    [TestCase(PixOutcome.UnknownPatientDomain, "QPD^1^3^1^4")]
    [TestCase(PixOutcome.UnknownDomains, "QPD^1^4^2")]
    public void What_is_unknown_is_named_by_its_place(PixOutcome outcome, string place)
    {
        var answer = Answer(Pix, new PixAnswer(outcome) { UnknownDomains = [2] });
        Assert.That(answer, Does.Contain("\rMSA|AE|17|").And.Contain("\rQAK|T1|AE|").And.Not.Contain("\rPID"));
        Assert.That(answer, Does.Contain($"\rERR||{place}|204^Unknown key identifier^HL70357|E|"));
    }

    [Test]
    public void What_cannot_be_answered_at_present_is_rejected() => Assert.That(
        Answer(Pix, new PixAnswer(PixOutcome.Unavailable)), Does.Contain("\rMSA|AR|17|").And.Contain("\rERR||MSH^1|207^").And.Contain("\rQAK|T1|AR"));

    [Test]
    public void Patients_are_counted_and_continued()
    {
        var patient = new PdqPatient(
            [First], new PatientDemographics { Names = [new("Specimen", "Ada", "", "", "", "L", "")], BirthDate = "19800229", Sex = "F" }, 97);
        var answer = Answer(Pdq, new PdqAnswer(PdqOutcome.Found) { Patients = [patient, patient], Total = 5, Remaining = 3, Pointer = "p-2" });
        var qpd = Pdq.Split('\r')[1];
        var pid = "||7^^^B&1.2.4&ISO^PI||Specimen^Ada^^^^^L||19800229|F\rQRI|0.97\r";
        Assert.That(answer, Is.EqualTo(
            Head("RSP^K22^RSP_K21", "SUP") + $"MSA|AA|17\rQAK|T1|OK|IHE PDQ Query|5|2|3\r{qpd}\rPID|1{pid}PID|2{pid}DSC|p-2|I\r"));
    }

    [Test]
    public void A_visit_query_is_answered_with_visits()
    {
        var patient = new PdqPatient([First], PatientDemographics.None, 100) { Visit = new PatientVisit { PatientClass = "I", HospitalService = "CAR" } };
        var answer = Answer(Pdq.Replace("Q22", "ZV1", StringComparison.Ordinal), new PdqAnswer(PdqOutcome.Found) { Patients = [patient], Total = 1 });
        Assert.That(answer, Does.Contain("|RSP^ZV2^RSP_ZV2|").And.Contain("\rPID|1||7^^^B&1.2.4&ISO^PI\rPV1|1|I||||||||CAR\rQRI|1.00\r"));
        Assert.That(answer, Does.Not.Contain("\rDSC"));
    }

    [Test]
    public void Nobody_found_is_no_error() => Assert.That(
        Answer(Pdq, new PdqAnswer(PdqOutcome.NoneFound)), Does.Contain("\rMSA|AA|17\rQAK|T1|NF|IHE PDQ Query|0|0|0\r").And.Not.Contain("\rPID"));

    [TestCase(PdqOutcome.UnknownDomains, "QPD^1^8^2|204^")]
    [TestCase(PdqOutcome.UnknownIdentifierDomain, "QPD^1^3^4|204^")]
    [TestCase(PdqOutcome.NotSelective, "QPD^1^3|101^")]
    [TestCase(PdqOutcome.TooMany, "QPD^1^3|101^")]
    [TestCase(PdqOutcome.UnknownContinuation, "DSC^1^1|204^")]
    public void What_a_supplier_cannot_answer_is_named_by_its_place(PdqOutcome outcome, string expected)
    {
        var answer = Answer(Pdq, new PdqAnswer(outcome) { UnknownDomains = [2] });
        Assert.That(answer, Does.Contain("\rMSA|AE|17|").And.Contain("\rQAK|T1|AE|").And.Contain($"\rERR||{expected}"));
    }

    [Test]
    public void Every_unknown_domain_is_named() => Assert.That(
        Answer(Pdq, new PdqAnswer(PdqOutcome.UnknownDomains) { UnknownDomains = [1, 2] }),
        Does.Contain("\rERR||QPD^1^8^1|").And.Contain("\rERR||QPD^1^8^2|"));

    [Test]
    public void A_query_that_cannot_be_read_is_answered_in_the_form_of_its_answer()
    {
        var request = Hl7Samples.Read("MSH|^~\\&|CON|DEP|SUP|HOSP|20260101||QBP^Q22|17|P|2.5\rQPD|N|T1\r");
        var output = new ArrayBufferWriter<byte>();
        new QueryResponseWriter(TimeProvider.System).WriteRefusal(output, request, PdqQueryReader.Read(request).Problems);
        Assert.That(
            Masked(output), Does.Contain("|RSP^K22^RSP_K21|").And.Contain("\rMSA|AE|17|").And.Contain("\rERR||QPD^1^3|101^").And.Contain("\rQAK|T1|AE|N\rQPD|N|T1\r"));
    }

    [Test]
    public void The_answer_has_the_requests_delimiters_and_character_set()
    {
        var charset = Hl7Charset.Gb18030;
        var text = "MSH!@#$%!CON!DEP!SUP!HOSP!20260101!!QBP@Q22!17!P!2.5!!!!!!GB18030\rQPD!N!T1!@PID.5.1@\u738b\r";
        var answer = Respond(charset.Encoding.GetBytes(text), Named("\u738b^\u4e57"));
        Assert.That(charset.Encoding.GetString(answer), Does.Contain("!2.5!!!!!!GB 18030-2000\r").And.Contain("\rPID!1!!7@@@B%1.2.4%ISO@PI!!\u738b^\u4e57\r"));
    }

    [Test]
    public void What_the_requests_character_set_cannot_say_is_said_in_utf8()
    {
        const string Request = "MSH|^~\\&|CON|DEP|SUP|HOSP|20260101||QBP^Q22|17|P|2.5||||||8859/1\rQPD|N|T1|@PID.5.1^M\u00fcller\r";
        var latin = Encoding.Latin1.GetString(Respond(Encoding.Latin1.GetBytes(Request), Named("M\u00fcller")));
        Assert.That(latin, Does.Contain("||||||8859/1\r").And.Contain("@PID.5.1^M\u00fcller\r").And.Contain("||M\u00fcller\r"));
        var chinese = Encoding.UTF8.GetString(Respond(Encoding.Latin1.GetBytes(Request), Named("\u738b")));
        Assert.That(chinese, Does.Contain("||||||UNICODE UTF-8\r").And.Contain("@PID.5.1^M\u00fcller\r").And.Contain("||\u738b\r"));
    }

    [Test]
    public void An_update_notification_says_identifiers_only()
    {
        var output = new ArrayBufferWriter<byte>();
        UpdateNotificationWriter.Write(output, new UpdateNotification
        {
            ControlId = "n-1",
            At = new DateTimeOffset(2026, 1, 2, 11, 4, 5, TimeSpan.FromHours(8)),
            SendingApplication = "MGR",
            SendingFacility = "HOSP",
            ReceivingApplication = "CON",
            ReceivingFacility = "DEP",
            Identifiers = [First],
        });
        Assert.That(Encoding.UTF8.GetString(output.WrittenSpan), Is.EqualTo(
            "MSH|^~\\&|MGR|HOSP|CON|DEP|20260102030405+0000||ADT^A31^ADT_A05|n-1|P|2.5||||||UNICODE UTF-8\rEVN||20260102030405+0000\r"
            + "PID|||7^^^B&1.2.4&ISO^PI|| \rPV1||N\r"));
        Assert.That(PatientIdentityFeed.Read(Hl7Samples.Read(output.WrittenSpan.ToArray()), PatientFeedRules.All).Problems, Is.Empty);
    }

    static PdqAnswer Named(string family) => new(PdqOutcome.Found)
    {
        Patients = [new([First], new PatientDemographics { Names = [new(family, "", "", "", "", "", "")] }, 100)],
        Total = 1,
    };

    static string Head(string type, string sender) =>
        $"MSH|^~\\&|{sender}|HOSP|CON|DEP|TIME||{type}|ID|P|2.5||||||UNICODE UTF-8\r";

    static string Answer(string request, PixAnswer answer)
    {
        var output = new ArrayBufferWriter<byte>();
        new QueryResponseWriter(TimeProvider.System).Write(output, Hl7Samples.Read(request), answer);
        return Masked(output);
    }

    static string Answer(string request, PdqAnswer answer)
    {
        var output = new ArrayBufferWriter<byte>();
        new QueryResponseWriter(TimeProvider.System).Write(output, Hl7Samples.Read(request), answer);
        return Masked(output);
    }

    static byte[] Respond(byte[] request, PdqAnswer answer)
    {
        var output = new ArrayBufferWriter<byte>();
        new QueryResponseWriter(TimeProvider.System).Write(output, Hl7Samples.Read(request), answer);
        return output.WrittenSpan.ToArray();
    }

    static string Masked(ArrayBufferWriter<byte> output) =>
        ControlId().Replace(Time().Replace(Encoding.UTF8.GetString(output.WrittenSpan), "|TIME|"), "|ID|");

    [GeneratedRegex(@"\|\d{14}\+0000\|")]
    private static partial Regex Time();

    [GeneratedRegex(@"\|[0-9a-f]{16}\|")]
    private static partial Regex ControlId();
}
