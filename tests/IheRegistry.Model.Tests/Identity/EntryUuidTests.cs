using IheRegistry.Model.Identity;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Identity;

[TestFixture]
public sealed class EntryUuidTests
{
    [Test]
    public void New_ones_are_valid_and_differ()
    {
        var ids = Enumerable.Range(0, 100).Select(_ => EntryUuid.New()).ToList();
        Assert.That(ids, Is.Unique.And.All.Matches<string>(EntryUuid.IsValid));
    }

    [TestCase("urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d", true, true)]
    [TestCase("urn:uuid:0D5E1B5C-3f3b-4c12-9f1a-6a5f4c1e2b3d", true, false)]
    [TestCase("urn:uuid:{d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d}", true, false)]
    [TestCase("urn:uuid:", true, false)]
    [TestCase("0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d", false, false)]
    [TestCase("Document01", false, false)]
    [TestCase(null, false, false)]
    public void An_id_is_a_UUID_by_its_prefix_and_valid_by_its_form(string? id, bool isUrn, bool isValid) => Assert.Multiple(() =>
    {
        Assert.That(EntryUuid.IsUuidUrn(id), Is.EqualTo(isUrn));
        Assert.That(EntryUuid.IsValid(id), Is.EqualTo(isValid));
    });
}
