using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class Hl7WriterTests
{
    [Test]
    public void Parts_are_written_at_their_numbers_and_nothing_behind_the_last()
    {
        var text = Hl7Samples.Write(writer =>
        {
            writer.Header().Field(9).Component(1, "ADT").Component(2, "A01");
            writer.Segment("PID").Field(3).Component(1, "1").Component(4).Subcomponent(2, "1.2").Subcomponent(3, "ISO").Component(5, "");
            writer.Repetition().Component(1, "2").Repetition().Field(5, "Family").Field(9, "");
        });
        Assert.That(text, Is.EqualTo("MSH|^~\\&|||||||ADT^A01\rPID|||1^^^&1.2&ISO~2||Family\r"));
    }

    [Test]
    public void Empty_parts_before_a_value_are_kept() =>
        Assert.That(
            Hl7Samples.Write(writer => writer.Segment("ZZZ").Field(2).Repetition().Repetition().Component(3).Subcomponent(2, "x")),
            Is.EqualTo("ZZZ||~~^^&x\r"));

    [Test]
    public void A_field_of_another_message_is_written_as_it_is()
    {
        var source = Hl7Samples.Read(@"MSH|^~\&|A" + "\r" + @"ZZZ|a\H\b^c&d~\.sp\e");
        Assert.That(
            Hl7Samples.Write(writer => writer.Segment("ZZZ").Field(1, source["ZZZ"][1])), Is.EqualTo(@"ZZZ|a\H\b^c&d~\.sp\e" + "\r"));
    }

    [Test]
    public void A_field_of_another_message_takes_the_delimiters_and_the_character_set()
    {
        var source = Hl7Samples.Read("MSH#*+!%#A\rZZZ#a|b*c%d+\u00e9!F!*\r");
        var bytes = Hl7Samples.Write(
            writer => writer.Segment("ZZZ").Field(1, source["ZZZ"][1]), Hl7Delimiters.Default, Hl7Charset.Latin1);
        Assert.That(Encoding.Latin1.GetString(bytes), Is.EqualTo("ZZZ|a\\F\\b^c&d~\u00e9#\r"));
    }

    [Test]
    public void Fields_cannot_go_backwards()
    {
        Assert.That(() => Hl7Samples.Write(writer => writer.Header().Field(2)), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => Hl7Samples.Write(writer => writer.Segment("A").Field(1).Component(2, "").Component(1, "")),
            Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(
            () => Hl7Samples.Write(_ => { }, Hl7Delimiters.Default with { Escape = 0 }, Hl7Charset.Utf8), Throws.ArgumentException);
    }

    [Test]
    public void What_is_written_is_read_again()
    {
        var text = Gen.Elements("ab|^~\\&\u738b\r".ToCharArray()).ListOf().Select(string.Concat);
        var component = text.ListOf();
        var repetition = component.ListOf();
        var field = repetition.ListOf();
        Prop.ForAll(field.ListOf().Resize(20).ToArbitrary(), fields =>
        {
            foreach (var charset in new[] { Hl7Charset.Utf8, Hl7Charset.Gb18030 })
            {
                var bytes = Hl7Samples.Write(writer => WriteSegment(writer, fields, charset), Hl7Delimiters.Default, charset);
                Compare(Hl7Samples.Read(bytes)["ZZZ"], fields);
            }
        }).QuickCheckThrowOnFailure();
    }

    static void WriteSegment(
        Hl7Writer writer, IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>> fields, Hl7Charset charset)
    {
        writer.Header().Field(18, charset.Name).Segment("ZZZ");
        for (var f = 0; f < fields.Count; f++)
        {
            writer.Field(f + 1);
            for (var r = 0; r < fields[f].Count; r++)
            {
                if (r > 0) writer.Repetition();
                for (var c = 0; c < fields[f][r].Count; c++)
                {
                    writer.Component(c + 1);
                    for (var s = 0; s < fields[f][r][c].Count; s++) writer.Subcomponent(s + 1, fields[f][r][c][s]);
                }
            }
        }
    }

    static void Compare(Hl7Segment segment, IReadOnlyList<IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>> fields)
    {
        for (var f = 0; f < fields.Count; f++)
            for (var r = 0; r < fields[f].Count; r++)
                for (var c = 0; c < fields[f][r].Count; c++)
                    for (var s = 0; s < fields[f][r][c].Count; s++)
                        Assert.That(segment[f + 1].Repetition(r + 1)[c + 1][s + 1].Text, Is.EqualTo(fields[f][r][c][s]));
    }
}
