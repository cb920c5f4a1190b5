using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class EntryUuidRulesTests
{
    [TestCase("urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d")]
    [TestCase("Document with spaces")]
    [TestCase("0D5E1B5C-3F3B-4C12-9F1A-6A5F4C1E2B3D")]
    public void A_UUID_or_a_symbolic_id_is_accepted(string id) => SubmissionBuilder.Empty().AddDocument(id).Accepted();

    [TestCase("urn:uuid:0D5E1B5C-3F3B-4C12-9F1A-6A5F4C1E2B3D")]
    [TestCase("urn:uuid:0d5e1b5c3f3b4c129f1a6a5f4c1e2b3d")]
    [TestCase("urn:uuid:document01")]
    public void A_malformed_UUID_is_refused(string id) =>
        SubmissionBuilder.Empty().AddDocument(id).Refused($"DocumentEntry '{id}'", "lower-case");

    [Test]
    public void Two_objects_of_one_id_are_refused() =>
        Assert.That(
            SubmissionBuilder.OneDocument().Add(SubmissionBuilder.OneDocument()[SubmissionBuilder.DocumentId]).Judge().Select(e => e.Context),
            Has.Some.Contain("'Document01' has the id of another object"));

    [Test]
    public void An_association_needs_no_id() =>
        SubmissionBuilder.OneDocument().Change("SubmissionSet01-Document01", a => a.Id = null).Accepted();

    [Test]
    public void An_association_without_id_gets_one() => Assert.That(
        SubmissionBuilder.OneDocument().Change("SubmissionSet01-Document01", a => a.Id = null).Taken().Associations[0].EntryUuid,
        Does.Match("^urn:uuid:"));

    [Test]
    public void Ids_of_classifications_may_repeat_or_be_malformed() => Assert.That(
        SubmissionBuilder.OneDocument().Document(d => d
                .Reclassify(SchemeUuids.ClassCode, c => c with { Id = "urn:uuid:X" })
                .Reclassify(SchemeUuids.TypeCode, c => c with { Id = "urn:uuid:X" }))
            .Taken().DocumentEntries[0].Source.Classifications.Select(c => c.Id),
        Is.Unique.And.All.Matches<string>(EntryUuid.IsValid));
}
