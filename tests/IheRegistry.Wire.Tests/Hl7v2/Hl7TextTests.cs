using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Wire.Hl7v2;
using NUnit.Framework;

namespace IheRegistry.Wire.Tests.Hl7v2;

[TestFixture]
public sealed class Hl7TextTests
{
    [TestCase(@"a\F\b", "a|b")]
    [TestCase(@"a\S\b", "a^b")]
    [TestCase(@"a\T\b", "a&b")]
    [TestCase(@"a\R\b", "a~b")]
    [TestCase(@"a\E\b", @"a\b")]
    [TestCase(@"\E\F\E\", @"\F\")]
    [TestCase(@"a\X0D\b", "a\rb")]
    [TestCase(@"\XE4BDA0\", "\u4f60")]
    [TestCase(@"\XE4\\XBDA0\", "\u4f60")]
    [TestCase(@"a\.br\b", "a\nb")]
    [TestCase(@"\H\bold\N\", @"\H\bold\N\")]
    [TestCase(@"\Zxx\", @"\Zxx\")]
    [TestCase(@"\.sp3\a\T\b", @"\.sp3\a&b")]
    [TestCase(@"a\b", @"a\b")]
    [TestCase(@"C:\dir\T\", @"C:\dir&")]
    [TestCase(@"\X0\", @"\X0\")]
    [TestCase(@"\Xzz\", @"\Xzz\")]
    [TestCase(@"\\", @"\\")]
    [TestCase(@"\P\", @"\P\")]
    public void Escape_sequences_become_what_they_stand_for(string sent, string text) =>
        Assert.That(Hl7Samples.Read("MSH|^~\\&|A\rZZZ|" + sent)["ZZZ"][1].Text, Is.EqualTo(text));

    [Test]
    public void The_truncation_character_has_an_escape_where_it_is_declared() =>
        Assert.That(Hl7Samples.Read("MSH|^~\\&#|A\rZZZ|\\P\\x#")["ZZZ"][1].Text, Is.EqualTo("#x#"));

    [TestCase("4711", "4711")]
    [TestCase("A&B|C^\u738b", @"A\T\B\F\C\S\" + "\u738b")]
    public void Text_can_be_escaped_without_a_message(string text, string escaped) =>
        Assert.That(Hl7Delimiters.Default.EscapeText(text), Is.EqualTo(escaped));

    [Test]
    public void Any_text_comes_back_as_it_was_written()
    {
        var text = Gen.Elements("|^~\\&#ab.XHNFE0 \r\n\t\u000B\u001C\u00e9\u4f60".ToCharArray()).ListOf().Select(string.Concat);
        Delimiters(delimiters => Prop.ForAll(text.ToArbitrary(), sent =>
        {
            var bytes = Hl7Samples.Write(writer => writer.Header().Segment("ZZZ").Field(1, sent), delimiters, Hl7Charset.Utf8);
            Assert.That(bytes, Has.None.EqualTo(0x0B).And.None.EqualTo(0x1C));
            Assert.That(Hl7Samples.Read(bytes)["ZZZ"][1].Text, Is.EqualTo(sent));
        }).QuickCheckThrowOnFailure());
    }

    static void Delimiters(Action<Hl7Delimiters> check)
    {
        check(Hl7Delimiters.Default);
        check(Hl7Delimiters.Default with { Truncation = (byte)'#' });
        check(new Hl7Delimiters((byte)'#', (byte)'.', (byte)'~', (byte)'&', (byte)'^'));
    }
}
