using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class Hl7MessageTests
{
    [Test]
    public void A_path_leads_to_each_part()
    {
        var pid = Hl7Samples.Read(Hl7Samples.Admission)["PID"];
        Assert.That(pid[3].RepetitionCount, Is.EqualTo(2));
        Assert.That(pid[3].Repetition(1)[4][2].Text, Is.EqualTo("1.3.6.1.4.1.21367.13.20.1000"));
        Assert.That(pid[3].Repetition(2)[1].Text, Is.EqualTo("M-17"));
        Assert.That(pid[3][5].Text, Is.EqualTo("PI"));
        Assert.That(pid[5][1].Text, Is.EqualTo("Specimen"));
        Assert.That(pid[8].Text, Is.EqualTo("F"));
    }

    [Test]
    public void What_is_not_there_reads_as_empty()
    {
        var message = Hl7Samples.Read(Hl7Samples.Admission);
        Assert.That(message["ZZZ"].Exists, Is.False);
        Assert.That(message["ZZZ"][3].Repetition(2)[4][2].Text, Is.Empty);
        Assert.That(message["PID"][99].IsEmpty, Is.True);
        Assert.That(message["PID"][3].Repetition(9)[1].Text, Is.Empty);
        Assert.That(message["PID"][8][2].Text, Is.Empty);
        Assert.That(message["PID"][2].RepetitionCount, Is.Zero);
    }

    [Test]
    public void The_header_counts_the_separator_as_its_first_field()
    {
        var header = Hl7Samples.Read(Hl7Samples.Admission).Header;
        Assert.That(header[1].Text, Is.EqualTo("|"));
        Assert.That(header[2].Text, Is.EqualTo("^~\\&"));
        Assert.That(header[2].RepetitionCount, Is.EqualTo(1));
        Assert.That(header[9][2].Text, Is.EqualTo("A01"));
        Assert.That(header[12].Text, Is.EqualTo("2.5"));
        Assert.That(header.FieldCount, Is.EqualTo(12));
    }

    [Test]
    public void Segments_come_in_order_unknown_ones_too()
    {
        var message = Hl7Samples.Read(Hl7Samples.Admission + "ZPD|1|private\rPD1\r");
        var names = new List<string>();
        foreach (var segment in message) names.Add(segment.Name);
        Assert.That(names, Is.EqualTo(new[] { "MSH", "EVN", "PID", "NK1", "PV1", "ZPD", "PD1" }));
        Assert.That(message["ZPD"][2].Text, Is.EqualTo("private"));
        Assert.That(message["PD1"].FieldCount, Is.Zero);
    }

    [TestCase("\r"), TestCase("\n"), TestCase("\r\n"), TestCase("\r\r\n"), TestCase("\r\n\r\n")]
    public void Segments_end_by_any_line_end(string lineEnd)
    {
        var message = Hl7Samples.Read(Hl7Samples.Admission.Replace("\r", lineEnd));
        Assert.That(message.SegmentCount, Is.EqualTo(5));
        for (var i = 0; i < 5; i++)
            Assert.That(Encoding.UTF8.GetString(message[i].Bytes), Is.EqualTo(Hl7Samples.Admission.Split('\r')[i]));
    }

    [Test]
    public void The_last_line_end_may_be_missing()
    {
        var message = Hl7Samples.Read(Hl7Samples.Admission.TrimEnd('\r'));
        Assert.That(message["PV1"][8][3].Text, Is.EqualTo("Dora"));
    }

    [Test]
    public void A_line_feed_is_text_where_segments_end_by_carriage_return()
    {
        var message = Hl7Samples.Read("MSH|^~\\&|A\rNTE|1||two\nlines\rZZZ|\n");
        Assert.That(message["NTE"][3].Text, Is.EqualTo("two\nlines"));
        Assert.That(message.SegmentCount, Is.EqualTo(3));
    }

    [Test]
    public void A_byte_order_mark_and_blank_lines_before_the_header_are_skipped()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. "\r\n \n"u8, .. Hl7Samples.Bytes(Hl7Samples.Admission)];
        Assert.That(Hl7Samples.Read(bytes).ControlId, Is.EqualTo("MSG-0001"));
    }

    [Test]
    public void Delimiters_are_the_messages_own()
    {
        var message = Hl7Samples.Read("MSH#*+!%@#A\rPID###1*a%b*+2*x!T!y!P!\r");
        Assert.That(message.Delimiters, Is.EqualTo(new Hl7Delimiters((byte)'#', (byte)'*', (byte)'+', (byte)'!', (byte)'%', (byte)'@')));
        Assert.That(message["PID"][3][2][2].Text, Is.EqualTo("b"));
        Assert.That(message["PID"][3].Repetition(2)[2].Text, Is.EqualTo("x%y@"));
    }

    [Test]
    public void Delimiters_that_the_header_leaves_out_never_match()
    {
        var message = Hl7Samples.Read("MSH|^|A\rPID|||a^b~c&d\\T\\\r");
        Assert.That(message.Delimiters.IsComplete, Is.False);
        Assert.That(message["PID"][3][2].Text, Is.EqualTo("b~c&d\\T\\"));
    }

    [Test]
    public void Two_quotation_marks_are_known_to_be_nothing()
    {
        var pid = Hl7Samples.Read("MSH|^~\\&|A\rPID||\"\"|\"\"^^^X~2\r")["PID"];
        Assert.That(pid[2].IsNull, Is.True);
        Assert.That(pid[3].IsNull, Is.False);
        Assert.That(pid[3][1].IsNull, Is.True);
        Assert.That(pid[1].IsNull, Is.False);
    }

    [TestCase("", Hl7Refusal.Empty)]
    [TestCase("\r\n", Hl7Refusal.Empty)]
    [TestCase("PID|1", Hl7Refusal.NoHeader)]
    [TestCase("MS", Hl7Refusal.NoHeader)]
    [TestCase("FHS|^~\\&|A\rMSH|^~\\&|A", Hl7Refusal.NoHeader)]
    [TestCase("MSH", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSH||A", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSH|^^\\&|A", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSH|^~\\&#$|A", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSH|^~x&|A", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSHX^~\\&XA", Hl7Refusal.InvalidDelimiters)]
    [TestCase("MSH\r^~\\&|A", Hl7Refusal.InvalidDelimiters)]
    public void What_is_no_message_is_refused(string bytes, Hl7Refusal refusal) =>
        Assert.That(Hl7Samples.Refusal(Hl7Samples.Bytes(bytes)), Is.EqualTo(refusal));

    [Test]
    public void Too_many_segments_are_refused()
    {
        var options = new Hl7ReadOptions { MaxSegments = 5 };
        Assert.That(Hl7Samples.Refusal(Hl7Samples.Bytes(Hl7Samples.Admission), options), Is.EqualTo(Hl7Refusal.None));
        foreach (var more in new[] { "ZZZ", "ZZZ|", "ZZZ|\r" })
            Assert.That(Hl7Samples.Refusal(Hl7Samples.Bytes(Hl7Samples.Admission + more), options), Is.EqualTo(Hl7Refusal.TooManySegments));
    }

    [Test]
    public void Too_many_fields_are_refused()
    {
        var options = new Hl7ReadOptions { MaxFields = 100 };
        foreach (var end in new[] { "", "\r" })
        {
            var bytes = Hl7Samples.Bytes(Hl7Samples.Admission + "ZZZ" + new string('|', 100) + end);
            Assert.That(Hl7Samples.Refusal(bytes, options), Is.EqualTo(Hl7Refusal.TooManyFields));
        }
    }

    [Test]
    public void Every_refusal_has_a_text()
    {
        foreach (var refusal in Enum.GetValues<Hl7Refusal>().Where(refusal => refusal != Hl7Refusal.None))
            Assert.That(refusal.ToProblem().Text, Is.Not.Empty);
    }

    [Test]
    public void Any_bytes_are_read_or_refused()
    {
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), tail => Walk([.. "MSH|^~\\&|"u8, .. tail])).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Walk).QuickCheckThrowOnFailure();
        var alphabet = Gen.Elements("\r\n|^~\\&MSHX0 é"u8.ToArray()).ListOf().Select(list => list.ToArray());
        Prop.ForAll(alphabet.ToArbitrary(), tail => Walk([.. "MSH|^~\\&|"u8, .. tail])).QuickCheckThrowOnFailure();
    }

    [Test]
    public void A_message_cut_at_any_place_is_read_or_refused()
    {
        var bytes = Hl7Samples.Bytes(Hl7Samples.Admission);
        for (var length = 0; length < bytes.Length; length++) Walk(bytes[..length]);
    }

    [Test]
    public void The_index_of_fields_agrees_with_a_plain_split()
    {
        var line = Gen.Elements("ab|^~&é".ToCharArray()).ListOf().Select(list => "Z" + string.Concat(list));
        Prop.ForAll(line.ListOf().ToArbitrary(), lines =>
        {
            var message = Hl7Samples.Read("MSH|^~\\&|\r" + string.Join('\r', lines));
            Assert.That(message.SegmentCount, Is.EqualTo(lines.Count + 1));
            for (var i = 0; i < lines.Count; i++)
            {
                var fields = lines[i].Split('|');
                Assert.That(message[i + 1].FieldCount, Is.EqualTo(fields.Length - 1));
                for (var field = 1; field < fields.Length; field++)
                    Assert.That(message[i + 1][field].ToString(), Is.EqualTo(fields[field]));
            }
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Reading_a_usual_message_allocates_less_than_a_kilobyte()
    {
        var bytes = Hl7Samples.Bytes(Hl7Samples.Admission)[..362];
        Assert.That(Allocated(bytes), Is.Not.Zero.And.LessThanOrEqualTo(1024));
    }

    static long Allocated(byte[] bytes)
    {
        Touch(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Touch(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    static int Touch(byte[] bytes)
    {
        Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out _);
        var total = 0;
        foreach (var segment in message!)
            for (var field = 1; field <= segment.FieldCount; field++)
                total += segment[field].Bytes.Length;
        return total;
    }

    static void Walk(byte[] bytes)
    {
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
        {
            Assert.That(refusal, Is.Not.EqualTo(Hl7Refusal.None));
            return;
        }

        foreach (var segment in message)
            for (var field = 1; field <= segment.FieldCount; field++)
                foreach (var repetition in segment[field].Repetitions)
                    foreach (var component in repetition.Components)
                        foreach (var subcomponent in component.Subcomponents)
                            Assert.That(subcomponent.Text, Is.Not.Null);
        PatientIdentityFeed.Read(message, PatientFeedRules.Iti8);
    }
}
