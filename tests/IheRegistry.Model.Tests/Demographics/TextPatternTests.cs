using IheRegistry.Model.Demographics.Queries;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Demographics;

[TestFixture]
public sealed class TextPatternTests
{
    [TestCase("SMITH", "SMITH", true)]
    [TestCase("SMITH", "SMITHE", false)]
    [TestCase("SM*", "SMITH", true)]
    [TestCase("SM*", "SM", true)]
    [TestCase("SM*", "XSM", false)]
    [TestCase("*TH", "SMITH", true)]
    [TestCase("*TH", "SMITHE", false)]
    [TestCase("S*T*", "SMITH", true)]
    [TestCase("S*T*H", "SMITH", true)]
    [TestCase("SMI*ITH", "SMITH", false)]
    [TestCase("*", "", true)]
    [TestCase("", "", true)]
    [TestCase("", "A", false)]
    public void An_asterisk_stands_for_anything_or_nothing(string pattern, string text, bool matches) =>
        Assert.That(TextPattern.OfWildcards(pattern).Matches(text), Is.EqualTo(matches));

    [Test]
    public void An_asterisk_of_a_whole_text_is_one() => Assert.Multiple(() =>
    {
        Assert.That(TextPattern.Whole("A*").Matches("A*"), Is.True);
        Assert.That(TextPattern.Whole("A*").Matches("AB"), Is.False);
    });

    [Test]
    public void Patterns_of_the_same_pieces_are_equal() =>
        Assert.That(TextPattern.OfWildcards("A*"), Is.EqualTo(TextPattern.Beginning("A")).And.Not.EqualTo(TextPattern.Whole("A")));
}
