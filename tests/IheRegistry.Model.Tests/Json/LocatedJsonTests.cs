using System.Text;
using System.Text.Json;
using IheRegistry.Model.Json;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Json;

[TestFixture]
public sealed class LocatedJsonTests
{
    [Test]
    public void Every_value_knows_its_line_and_path()
    {
        var root = Parse("{\n  \"a\": [\n    1,\n    { \"b\": \"x\" }\n  ],\n\n  \"c\": true\n}", out var problems);

        var list = root!.Properties[0].Value;
        var text = list.Items[1].Properties[0].Value;
        Assert.Multiple(() =>
        {
            Assert.That(problems, Is.Empty);
            Assert.That((list.Line, list.Path), Is.EqualTo((2, "$.a")));
            Assert.That((list.Items[0].Line, list.Items[0].Path, list.Items[0].Text), Is.EqualTo((3, "$.a[0]", "1")));
            Assert.That((text.Line, text.Path, text.Text, text.Type), Is.EqualTo((4, "$.a[1].b", "x", JsonTokenType.String)));
            Assert.That((root.Properties[1].Line, root.Properties[1].Value.Text), Is.EqualTo((7, "true")));
        });
    }

    [Test]
    public void A_byte_order_mark_is_skipped() => Assert.That(Parse("\uFEFF[]", out _), Is.Not.Null);

    [TestCase("", 1)]
    [TestCase("{\n", 2)]
    [TestCase("[1,]", 1)]
    [TestCase("[\n// comment\n]", 2)]
    [TestCase("[]\n[]", 2)]
    public void What_is_not_strict_JSON_is_refused_with_its_line(string json, int line)
    {
        Assert.That(Parse(json, out var problems), Is.Null);
        Assert.That(problems.Single().Line, Is.EqualTo(line));
        Assert.That(problems.Single().Message, Does.StartWith("not JSON: ").And.Not.Contain("LineNumber"));
    }

    [Test]
    public void A_property_that_appears_twice_is_reported_at_the_second()
    {
        Parse("{\n\"a\": 1,\n\"a\": 2 }", out var problems);

        Assert.That(problems.Single().ToString(), Is.EqualTo("line 3, $.a: the property \"a\" appears twice"));
    }

    [Test]
    public void Bytes_that_are_not_UTF_8_are_refused()
    {
        var problems = new List<JsonProblem>();

        Assert.That(LocatedJson.Parse([(byte)'"', 0xFF, (byte)'"'], problems), Is.Null);
        Assert.That(problems.Single().Message, Is.EqualTo("not UTF-8"));
    }

    [TestCase("""{ "a": "\ud800" }""")]
    [TestCase("""{ "\udc00": 1 }""")]
    public void Half_a_surrogate_pair_is_reported(string json)
    {
        Parse(json, out var problems);

        Assert.That(problems.Single().Message, Is.EqualTo("a string with half a surrogate pair"));
    }

    static LocatedJson? Parse(string json, out List<JsonProblem> problems)
    {
        problems = [];
        return LocatedJson.Parse(Encoding.UTF8.GetBytes(json), problems);
    }
}
