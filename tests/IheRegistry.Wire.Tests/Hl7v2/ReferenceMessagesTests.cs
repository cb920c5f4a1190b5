using System.Buffers;
using System.Text;
using IheRegistry.Tests.Shared;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

/// <summary>Messages that nobody here wrote, of many systems and versions, some of them broken on purpose.</summary>
[TestFixture]
public sealed class ReferenceMessagesTests
{
    [Test]
    public void Messages_of_other_systems_are_read_and_written_again()
    {
        var files = Files();
        var refused = new List<string>();
        foreach (var file in files)
        {
            var bytes = Unwrap(File.ReadAllBytes(file));
            if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
            {
                refused.Add($"{Path.GetFileName(file)}: {refusal}");
                continue;
            }

            Assert.That(Lines(Rewrite(message)), Is.EqualTo(Lines(message.Bytes.Span)), file);
            AssertSameTexts(message, Hl7Samples.Read(RewriteParts(message)), file);
            AssertSameTexts(message, Hl7Samples.Read(Canonical(message)), file);
            Assert.That(Canonical(Hl7Samples.Read(Canonical(message))), Is.EqualTo(Canonical(message)), file);
        }

        TestContext.Out.WriteLine($"{files.Length} messages, {refused.Count} refused");
        refused.ForEach(TestContext.Out.WriteLine);
        // Fuzzed headers, and templates whose placeholders were left in.
        Assert.That(refused, Has.Count.LessThan(files.Length / 10));
    }

    [Test]
    public void Feeds_of_other_systems_are_taken_or_refused_for_a_reason()
    {
        var taken = 0;
        var files = Files("iti-8-30-31-adt");
        foreach (var file in files)
        {
            if (!Hl7Message.TryRead(Unwrap(File.ReadAllBytes(file)), Hl7ReadOptions.Default, out var message, out var refusal))
            {
                TestContext.Out.WriteLine($"{Path.GetFileName(file)}: {refusal}");
                continue;
            }

            var reading = PatientIdentityFeed.Read(message, PatientFeedRules.All);
            Assert.That(reading.Message is null, Is.EqualTo(reading.Problems.Any(problem => problem.Severity == Hl7Severity.Error)), file);
            if (reading.Message is not null) taken++;
            foreach (var problem in reading.Problems)
            {
                var (name, place) = (Path.GetFileName(file), problem.Location);
                TestContext.Out.WriteLine($"{name}: {(int)problem.Code} {place.Segment}-{place.Field} {problem.Text}");
            }
        }

        TestContext.Out.WriteLine($"{taken} of {files.Length} taken");
        Assert.That(taken, Is.GreaterThan(files.Length / 2));
    }

    static string[] Files(string folder = "")
    {
        if (SourceTree.SharedPathOf("standards", "messages", "hl7v2", folder) is not { } path)
        {
            Assert.Ignore("The reference messages are not there.");
            return [];
        }

        return Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
    }

    // Some are kept as they are on the wire.
    static byte[] Unwrap(byte[] bytes)
    {
        if (bytes is not [0x0B, ..]) return bytes;
        var end = Array.IndexOf(bytes, (byte)0x1C);
        return end < 0 ? bytes[1..] : bytes[1..end];
    }

    static byte[] Rewrite(Hl7Message message)
    {
        var bytes = new List<byte>();
        foreach (var segment in message)
        {
            bytes.AddRange(segment.Bytes);
            bytes.Add((byte)'\r');
        }

        return [.. bytes];
    }

    static byte[] Canonical(Hl7Message message)
    {
        var output = new ArrayBufferWriter<byte>();
        message.WriteTo(output);
        return output.WrittenSpan.ToArray();
    }

    static string[] Lines(ReadOnlySpan<byte> bytes) =>
        Encoding.Latin1.GetString(bytes).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    static byte[] RewriteParts(Hl7Message message) => Hl7Samples.Write(
        writer =>
        {
            foreach (var segment in message)
            {
                var isHeader = segment.Is("MSH");
                if (isHeader) writer.Header();
                else writer.Segment(segment.Name);
                for (var field = isHeader ? 3 : 1; field <= segment.FieldCount; field++) writer.Field(field, segment[field]);
            }
        },
        Delimiters(message),
        message.Charset);

    // Others than the message's own, so that every part goes through its text.
    static Hl7Delimiters Delimiters(Hl7Message message) =>
        message.Delimiters.Truncation == 0 ? Hl7Delimiters.Default with { Truncation = (byte)'#' } : Hl7Delimiters.Default;

    static void AssertSameTexts(Hl7Message expected, Hl7Message actual, string file)
    {
        Assert.That(actual.SegmentCount, Is.EqualTo(expected.SegmentCount), file);
        foreach (var segment in expected)
            for (var field = segment.Is("MSH") ? 3 : 1; field <= segment.FieldCount; field++)
                Assert.That(Texts(actual[segment.Index][field]), Is.EqualTo(Texts(segment[field])), $"{file} {segment.Name}-{field}");
    }

    // What is empty at the end is not written again.
    static string Texts(Hl7Field field)
    {
        var text = new StringBuilder();
        foreach (var repetition in field.Repetitions)
        {
            foreach (var component in repetition.Components)
            {
                foreach (var subcomponent in component.Subcomponents) text.Append(subcomponent.Text).Append('\u0001');
                Trim(text, '\u0001').Append('\u0002');
            }

            Trim(text, '\u0002').Append('\u0003');
        }

        return Trim(text, '\u0003').ToString();
    }

    static StringBuilder Trim(StringBuilder text, char separator)
    {
        while (text.Length > 0 && text[^1] == separator) text.Length--;
        return text;
    }
}
