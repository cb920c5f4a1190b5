using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Identity;

[TestFixture]
public sealed class PatientIdTests
{
    [TestCase("7^^^&1.2.3&ISO", "7", "1.2.3")]
    [TestCase("7^^^&1.2.3&ISO^", "7", "1.2.3")]
    [TestCase("a\\T\\b^^^&1.2.3&ISO", "a\\T\\b", "1.2.3")]
    [TestCase("患者7^^^&1.2.3&ISO", "患者7", "1.2.3")]
    public void A_CX_of_XDS_is_read(string text, string id, string authority) =>
        Assert.That(PatientId.Parse(text), Is.EqualTo(new PatientId(id, authority)));

    [TestCase(null, "is empty")]
    [TestCase("", "is empty")]
    [TestCase("7", "not of the form")]
    [TestCase("7^^&1.2.3&ISO", "not of the form")]
    [TestCase("^^^&1.2.3&ISO", "not of the form")]
    [TestCase("7^^^", "names no assigning authority")]
    [TestCase("7^^^1.2.3", "names no assigning authority")]
    [TestCase("7^^^&1.2.3&DNS", "names no assigning authority")]
    [TestCase("7^^^&1.2.3&ISO&x", "names no assigning authority")]
    [TestCase("7^^^&1.2.x&ISO", "'1.2.x' that is no OID")]
    [TestCase("7^^^NAME&1.2.3&ISO", "namespace id")]
    [TestCase("7^1^^&1.2.3&ISO", "check digit")]
    [TestCase("7^^M10^&1.2.3&ISO", "check digit")]
    [TestCase("7^^^&1.2.3&ISO^PI", "components after the assigning authority")]
    [TestCase("7^^^&1.2.3&ISO^^x", "components after the assigning authority")]
    public void Anything_else_is_refused_with_the_reason(string? text, string reason)
    {
        Assert.Multiple(() =>
        {
            Assert.That(PatientId.TryParse(text, out var id, out var problem), Is.False);
            Assert.That(id, Is.Null);
            Assert.That(problem, Does.Contain(reason));
        });
    }

    [TestCase(256, true)]
    [TestCase(257, false)]
    public void An_id_has_256_characters_at_most(int length, bool valid) =>
        Assert.That(PatientId.Parse($"{new string('7', length)}^^^&1.2.3&ISO"), valid ? Is.Not.Null : Is.Null);

    [Test]
    public void It_is_written_as_it_is_read() =>
        Assert.That(new PatientId("7", "1.2.3").ToString(), Is.EqualTo("7^^^&1.2.3&ISO"));
}
