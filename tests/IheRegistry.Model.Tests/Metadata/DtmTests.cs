using IheRegistry.Model.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Metadata;

[TestFixture]
public sealed class DtmTests
{
    [TestCase("2005", 20050101000000)]
    [TestCase("200512", 20051201000000)]
    [TestCase("20051224", 20051224000000)]
    [TestCase("2005122423", 20051224230000)]
    [TestCase("200512242359", 20051224235900)]
    [TestCase("20051224235958", 20051224235958)]
    public void A_time_is_ordered_by_the_earliest_instant_it_can_mean(string text, long key)
    {
        Assert.That(Dtm.TryToKey(text, out var found), Is.True);
        Assert.That(found, Is.EqualTo(key));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("05")]
    [TestCase("20051")]
    [TestCase("20051301")]
    [TestCase("20050230")]
    [TestCase("2005122424")]
    [TestCase("200512242360")]
    [TestCase("2005122423595")]
    [TestCase("2005122423595800")]
    [TestCase("2005-12")]
    [TestCase("２００５")]
    public void Anything_else_is_no_time(string? text) => Assert.That(Dtm.IsValid(text), Is.False);

    [Test]
    public void An_instant_is_written_in_UTC_to_the_second() => Assert.That(
        Dtm.From(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(2))), Is.EqualTo("20260102010405"));
}
