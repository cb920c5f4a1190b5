using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Identity;

[TestFixture]
public sealed class OidTests
{
    [TestCase("0.0")]
    [TestCase("1.2.3")]
    [TestCase("2.25.329800735698586629295641978511506172918")]
    [TestCase("129.6.58.92.1.1")]
    public void A_dotted_decimal_is_an_OID(string text) => Assert.That(Oid.IsValid(text), Is.True);

    [TestCase("")]
    [TestCase("1")]
    [TestCase(".1")]
    [TestCase("1.")]
    [TestCase("1..2")]
    [TestCase("1.02")]
    [TestCase("1.a")]
    [TestCase("1.2 ")]
    [TestCase("1.-2")]
    [TestCase("urn:oid:1.2")]
    public void Anything_else_is_none(string text) => Assert.That(Oid.IsValid(text), Is.False);

    [TestCase(64, true)]
    [TestCase(65, false)]
    public void It_has_64_characters_at_most(int length, bool valid) => Assert.That(Oid.IsValid("1.".PadRight(length, '9')), Is.EqualTo(valid));

    [TestCase("urn:oid:1.2.3", true)]
    [TestCase("urn:oid:1", false)]
    [TestCase("1.2.3", false)]
    [TestCase("URN:OID:1.2.3", false)]
    [TestCase(null, false)]
    public void A_homeCommunityId_is_one_with_a_prefix(string? text, bool valid) => Assert.That(HomeCommunityId.IsValid(text), Is.EqualTo(valid));
}
