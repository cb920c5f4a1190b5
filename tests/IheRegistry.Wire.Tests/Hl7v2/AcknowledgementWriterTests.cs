using System.Buffers;
using System.Text;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class AcknowledgementWriterTests
{
    static readonly Hl7Problem UnknownKey =
        new(Hl7ErrorCode.UnknownKeyIdentifier, new("PID", 1, 3, 2, 4, 1), "The domain is not known") { Diagnostics = "ref-1" };

    readonly AcknowledgementWriter _writer = new(new FixedClock());

    [Test]
    public void The_header_answers_the_request()
    {
        var header = Answer(Hl7Samples.Admission, Acknowledgement.Accepted).Header;
        Assert.That(header[3].Text, Is.EqualTo("REG"));
        Assert.That(header[4].Text, Is.EqualTo("SOUTH"));
        Assert.That(header[5].Text, Is.EqualTo("ADT_SRC"));
        Assert.That(header[6].Text, Is.EqualTo("NORTH"));
        Assert.That(header[7].Text, Is.EqualTo("20260102030405+0000"));
        Assert.That(header[9].ToString(), Is.EqualTo("ACK^A01^ACK"));
        Assert.That(header[10].Text, Has.Length.EqualTo(16));
        Assert.That(header[11].Text, Is.EqualTo("P"));
        Assert.That(header[12].Text, Is.EqualTo("2.5"));
    }

    [Test]
    public void An_accepted_message_gets_aa_and_its_own_control_id()
    {
        var answer = Answer(Hl7Samples.Admission, Acknowledgement.Accepted);
        Assert.That(answer["MSA"].FieldCount, Is.EqualTo(2));
        Assert.That(answer["MSA"][1].Text, Is.EqualTo("AA"));
        Assert.That(answer["MSA"][2].Text, Is.EqualTo("MSG-0001"));
        Assert.That(answer.SegmentCount, Is.EqualTo(2));
    }

    [Test]
    public void Each_answer_has_a_control_id_of_its_own()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => Answer(Hl7Samples.Admission, Acknowledgement.Accepted).ControlId);
        Assert.That(ids.ToHashSet(), Has.Count.EqualTo(100));
    }

    [Test]
    public void From_2_5_each_problem_is_an_err_segment_with_location_code_and_severity()
    {
        var answer = Answer(Hl7Samples.Admission, Acknowledgement.Of([UnknownKey, UnknownKey with { Severity = Hl7Severity.Warning }]));
        Assert.That(answer["MSA"][1].Text, Is.EqualTo("AE"));
        Assert.That(answer["MSA"][3].Text, Is.EqualTo("The domain is not known"));
        Assert.That(
            Encoding.UTF8.GetString(answer["ERR"].Bytes),
            Is.EqualTo("ERR||PID^1^3^2^4^1|204^Unknown key identifier^HL70357|E|||ref-1|The domain is not known"));
        Assert.That(answer[3][4].Text, Is.EqualTo("W"));
    }

    [Test]
    public void Before_2_5_all_problems_are_in_err_1()
    {
        var missing = new Hl7Problem(Hl7ErrorCode.SegmentSequenceError, new("MRG", 1), "The MRG segment is missing");
        var answer = Answer(Hl7Samples.Merge, Acknowledgement.Of([UnknownKey, missing]));
        Assert.That(
            Encoding.UTF8.GetString(answer["ERR"].Bytes),
            Is.EqualTo("ERR|PID^1^3^204&Unknown key identifier&HL70357~MRG^1^^100&Segment sequence error&HL70357"));
    }

    [TestCase(Hl7ErrorCode.SegmentSequenceError, "AE")]
    [TestCase(Hl7ErrorCode.RequiredFieldMissing, "AE")]
    [TestCase(Hl7ErrorCode.DataTypeError, "AE")]
    [TestCase(Hl7ErrorCode.TableValueNotFound, "AE")]
    [TestCase(Hl7ErrorCode.UnsupportedMessageType, "AR")]
    [TestCase(Hl7ErrorCode.UnsupportedEventCode, "AR")]
    [TestCase(Hl7ErrorCode.UnsupportedProcessingId, "AR")]
    [TestCase(Hl7ErrorCode.UnsupportedVersionId, "AR")]
    [TestCase(Hl7ErrorCode.UnknownKeyIdentifier, "AE")]
    [TestCase(Hl7ErrorCode.DuplicateKeyIdentifier, "AE")]
    [TestCase(Hl7ErrorCode.ApplicationRecordLocked, "AE")]
    [TestCase(Hl7ErrorCode.ApplicationInternalError, "AR")]
    public void The_code_of_a_problem_decides_between_error_and_rejection(Hl7ErrorCode code, string expected)
    {
        var answer = Answer(Hl7Samples.Admission, Acknowledgement.Of(UnknownKey with { Code = code }));
        Assert.That(answer["MSA"][1].Text, Is.EqualTo(expected));
        Assert.That(answer["ERR"][3][2].Text, Is.EqualTo(code.DisplayText()));
    }

    [TestCase("2.5"), TestCase("2.3.1")]
    public void A_message_of_nothing_but_errors_is_not_answered_by_a_larger_one(string version)
    {
        var request = Hl7Samples.Read($"MSH|^~\\&|A|B|C|D|2026||ADT^A40|1|P|{version}\r");
        var problems = Enumerable.Range(1, 100_000).Select(i => new Hl7Problem(Hl7ErrorCode.DataTypeError, new("PID", i, 3), "Wrong")).ToList();
        var output = new ArrayBufferWriter<byte>();
        _writer.Write(output, request, Acknowledgement.Of(problems));
        Assert.That(output.WrittenCount, Is.GreaterThan(1000).And.LessThan(20_000));
    }

    [Test]
    public void Warnings_leave_a_message_accepted()
    {
        var acknowledgement = Acknowledgement.Of(UnknownKey with { Severity = Hl7Severity.Warning });
        Assert.That(Answer(Hl7Samples.Admission, acknowledgement)["MSA"][1].Text, Is.EqualTo("AA"));
        Assert.That(Answer(Hl7Samples.Admission, acknowledgement)["ERR"][4].Text, Is.EqualTo("W"));
        Assert.That(Answer(Hl7Samples.Merge, acknowledgement)["ERR"].Exists, Is.False, "ERR-1 knows no severity");
    }

    // MSH-15, MSH-16, then MSA-1 of an accepted, an erroneous and a rejected message; empty: no answer.
    [TestCase("", "", "AA", "AE", "AR")]
    [TestCase("AL", "", "CA", "CE", "CR")]
    [TestCase("AL", "NE", "CA", "CE", "CR")]
    [TestCase("ER", "NE", "", "CE", "CR")]
    [TestCase("SU", "NE", "CA", "", "")]
    [TestCase("NE", "NE", "", "", "")]
    [TestCase("NE", "AL", "AA", "AE", "AR")]
    [TestCase("AL", "AL", "AA", "AE", "AR")]
    [TestCase("AL", "ER", "CA", "AE", "AR")]
    [TestCase("", "SU", "AA", "", "")]
    [TestCase("ER", "", "AA", "AE", "AR")]
    [TestCase("SU", "", "AA", "AE", "AR")]
    [TestCase("XX", "", "AA", "AE", "AR")]
    [TestCase("NE", "XX", "AA", "AE", "AR")]
    public void The_header_says_which_acknowledgement_is_wanted(string accept, string application, params string[] expected)
    {
        var request = Hl7Samples.Read($"MSH|^~\\&|A|B|C|D|20260101||ADT^A01|1|P|2.5|||{accept}|{application}\r");
        var codes = Enum.GetValues<AcknowledgementOutcome>().Select(outcome =>
        {
            var output = new ArrayBufferWriter<byte>();
            var isWritten = _writer.Write(output, request, new Acknowledgement(outcome, []));
            Assert.That(isWritten, Is.EqualTo(output.WrittenCount > 0));
            return isWritten ? Hl7Samples.Read(output.WrittenSpan.ToArray())["MSA"][1].Text : "";
        });
        Assert.That(codes, Is.EqualTo(expected));
    }

    [TestCase("2.1", "ACK")]
    [TestCase("2.2", "ACK^A40")]
    [TestCase("2.3", "ACK^A40")]
    [TestCase("2.3.1", "ACK^A40^ACK")]
    [TestCase("2.8", "ACK^A40^ACK")]
    public void The_message_type_is_the_versions(string version, string type) =>
        Assert.That(
            Answer(Hl7Samples.Merge.Replace("2.3.1", version), Acknowledgement.Accepted).Header[9].ToString(), Is.EqualTo(type));

    [Test]
    public void The_answer_has_the_requests_delimiters_and_character_set()
    {
        var request = "MSH#*+!%#\u738b\u4e85##R#S#2026##ADT*A01#1#P#2.5######GB18030\r";
        var output = new ArrayBufferWriter<byte>();
        _writer.Write(output, Hl7Samples.Read(Hl7Charset.Gb18030.Encoding.GetBytes(request)), Acknowledgement.Accepted);
        var answer = Hl7Samples.Read(output.WrittenSpan.ToArray());
        Assert.That(answer.Delimiters.Field, Is.EqualTo((byte)'#'));
        Assert.That(answer.Charset, Is.SameAs(Hl7Charset.Gb18030));
        Assert.That(answer.Header[5].Text, Is.EqualTo("\u738b\u4e85"));
        Assert.That(answer.Header[18].Text, Is.EqualTo("GB18030"));
    }

    [Test]
    public void A_request_without_an_escape_character_is_answered_with_the_usual_delimiters() =>
        Assert.That(
            Answer("MSH|^~|A&B|||||ADT^A01||1|P|2.5\r", Acknowledgement.Accepted).Delimiters, Is.EqualTo(Hl7Delimiters.Default));

    [Test]
    public void Bytes_with_a_header_are_rejected_to_their_sender()
    {
        var output = new ArrayBufferWriter<byte>();
        var bytes = Hl7Samples.Bytes(Hl7Samples.Admission)[..100];
        Assert.That(_writer.WriteRejection(output, bytes, Hl7Refusal.TooManyFields.ToProblem()), Is.True);
        var answer = Hl7Samples.Read(output.WrittenSpan.ToArray());
        Assert.That(answer["MSA"][1].Text, Is.EqualTo("AR"));
        Assert.That(answer["MSA"][2].Text, Is.EqualTo("MSG-0001"));
    }

    [Test]
    public void Bytes_without_a_header_can_be_rejected_to_nobody()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.That(_writer.WriteRejection(output, "GET / HTTP/1.1"u8.ToArray(), Hl7Refusal.NoHeader.ToProblem()), Is.False);
        Assert.That(output.WrittenCount, Is.Zero);
        _writer.WriteUnaddressedRejection(output, Hl7Refusal.NoHeader.ToProblem());
        Assert.That(Hl7Samples.Read(output.WrittenSpan.ToArray())["MSA"][1].Text, Is.EqualTo("AR"));
    }

    Hl7Message Answer(string request, Acknowledgement acknowledgement)
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.That(_writer.Write(output, Hl7Samples.Read(request), acknowledgement), Is.True);
        return Hl7Samples.Read(output.WrittenSpan.ToArray());
    }

    sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    }
}
