using System.Buffers;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class CanonicalEncodingTests
{
    static readonly Hl7Delimiters[] SomeDelimiters =
    [
        Hl7Delimiters.Default,
        Hl7Delimiters.Default with { Truncation = (byte)'#' },
        new((byte)'#', (byte)'.', (byte)'~', (byte)'&', (byte)'^'),
    ];

    [TestCase("ZZZ|a^b&c~d|||", "ZZZ|a^b&c~d")]
    [TestCase("ZZZ|a^^~^&~|b&&^|^~&", "ZZZ|a|b")]
    [TestCase("ZZZ||~a|^b|&c|~^&d", "ZZZ||~a|^b|&c|~^&d")]
    [TestCase("ZZZ|\"\"^|\\.br\\\\H\\x\\N\\", "ZZZ|\"\"|\\.br\\\\H\\x\\N\\")]
    [TestCase("BHS|^~\\&||", "BHS|^~\\&")]
    public void Delimiters_behind_the_last_value_are_left_out(string segment, string expected) =>
        Assert.That(Canonical(Hl7Samples.Bytes($"MSH|^~\\&|A|||\r\n{segment}\r\n\r\n|||\r\n")), Is.EqualTo($"MSH|^~\\&|A\r{expected}\r"));

    [Test]
    public void A_message_keeps_its_delimiters_and_its_character_set()
    {
        var charset = Hl7Charset.Gb18030;
        var bytes = charset.Encoding.GetBytes("MSH$@*!%$A$$$$$$ADT$1$P$2.5$$$$$$GB18030\rZ01$\u4e57@\u4e5b@$$\r");
        var output = new ArrayBufferWriter<byte>();
        Hl7Samples.Read(bytes).WriteTo(output);
        Assert.That(charset.Encoding.GetString(output.WrittenSpan), Is.EqualTo("MSH$@*!%$A$$$$$$ADT$1$P$2.5$$$$$$GB18030\rZ01$\u4e57@\u4e5b\r"));
    }

    [Test]
    public void What_was_written_is_read_again()
    {
        foreach (var delimiters in SomeDelimiters)
        {
            Prop.ForAll(Segments().ToArbitrary(), segments =>
            {
                var bytes = Encode(segments, delimiters);
                var message = Hl7Samples.Read(bytes);
                Assert.That(message.Delimiters, Is.EqualTo(delimiters));
                Assert.That(Decode(message), Is.EqualTo(segments.Select(Trimmed)));
                Assert.That(Encoding.UTF8.GetBytes(Canonical(bytes)), Is.EqualTo(bytes));
            }).QuickCheckThrowOnFailure();
        }
    }

    [Test]
    public void The_canonical_form_of_any_message_means_the_same_and_is_its_own()
    {
        var alphabet = Gen.Elements("\r\n|^~\\&MSHZ0\"é.\u0000".ToCharArray()).ListOf().Select(string.Concat);
        Prop.ForAll(alphabet.ToArbitrary(), tail =>
        {
            var bytes = Hl7Samples.Bytes("MSH|^~\\&|" + tail);
            if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out _)) return;
            var canonical = Encoding.UTF8.GetBytes(Canonical(bytes));
            var again = Hl7Samples.Read(canonical);
            Assert.That(Encoding.UTF8.GetBytes(Canonical(canonical)), Is.EqualTo(canonical));
            Assert.That(Decode(again), Is.EqualTo(Decode(message).Where(segment => segment.Any(field => field.Length > 0))));
        }).QuickCheckThrowOnFailure();
    }

    static string Canonical(byte[] bytes)
    {
        var output = new ArrayBufferWriter<byte>();
        Hl7Samples.Read(bytes).WriteTo(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    // A segment is its name and its fields; a field's parts are kept apart by characters that no text here has.
    static Gen<string[][]> Segments()
    {
        var text = Gen.Elements("|^~\\&#.XHab0 \r\n\u000B\u001C\u00e9\u4f60".ToCharArray()).ListOf().Select(string.Concat);
        var field = Parts(Parts(Parts(text, '\u0001'), '\u0002'), '\u0003');
        var fields = field.ArrayOf();
        var segment = from name in Gen.Elements("PID", "ZZ1", "OBX") from values in fields select (string[])[name, .. values];
        return segment.ArrayOf();

        static Gen<string> Parts(Gen<string> part, char separator) =>
            Gen.Choose(1, 3).SelectMany(count => part.ArrayOf(count)).Select(parts => string.Join(separator, parts));
    }

    static byte[] Encode(string[][] segments, Hl7Delimiters delimiters) => Hl7Samples.Write(
        writer =>
        {
            writer.Header().Field(3, "A");
            foreach (var segment in segments)
            {
                writer.Segment(segment[0]);
                for (var i = 1; i < segment.Length; i++) WriteField(writer.Field(i), segment[i]);
            }
        },
        delimiters,
        Hl7Charset.Utf8);

    static void WriteField(Hl7Writer writer, string field)
    {
        var repetitions = field.Split('\u0003');
        for (var i = 0; i < repetitions.Length; i++)
        {
            if (i > 0) writer.Repetition();
            var components = repetitions[i].Split('\u0002');
            for (var j = 0; j < components.Length; j++)
            {
                writer.Component(j + 1);
                var subcomponents = components[j].Split('\u0001');
                for (var k = 0; k < subcomponents.Length; k++) writer.Subcomponent(k + 1, subcomponents[k]);
            }
        }
    }

    static IEnumerable<string[]> Decode(Hl7Message message)
    {
        for (var i = 1; i < message.SegmentCount; i++)
        {
            var segment = message[i];
            yield return Trimmed([segment.Name, .. Enumerable.Range(1, segment.FieldCount).Select(field => Text(segment[field]))]);
        }
    }

    static string Text(Hl7Field field) => string.Join('\u0003', All(field.Repetitions).Select(repetition =>
        string.Join('\u0002', All(repetition.Components).Select(component =>
            string.Join('\u0001', All(component.Subcomponents).Select(subcomponent => subcomponent.Text))))));

    static List<T> All<T>(Hl7Parts<T> parts) where T : struct
    {
        var all = new List<T>();
        foreach (var part in parts) all.Add(part);
        return all;
    }

    // What is empty at the end of a part is not written.
    static string[] Trimmed(string[] segment)
    {
        var fields = segment.Select(TrimmedField).ToList();
        while (fields.Count > 0 && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        return [.. fields];
    }

    static string TrimmedField(string field) =>
        string.Join('\u0003', field.Split('\u0003').Select(repetition =>
            string.Join('\u0002', repetition.Split('\u0002').Select(component => component.TrimEnd('\u0001'))).TrimEnd('\u0002'))).TrimEnd('\u0003');
}
