using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class SubmissionReaderTests
{
    [Test]
    public void A_submission_of_one_document_is_read()
    {
        var submission = SubmissionBuilder.OneDocument().Taken();
        Assert.Multiple(() =>
        {
            Assert.That(submission.DocumentEntries, Has.Count.EqualTo(1));
            Assert.That(submission.Folders, Is.Empty);
            Assert.That(submission.Associations, Has.Count.EqualTo(1));
            Assert.That(submission.DocumentEntries[0].TypeCode, Is.EqualTo(new Code("11488-4", "2.16.840.1.113883.6.1", "Consultation Note")));
            Assert.That(submission.DocumentEntries[0].Size, Is.EqualTo(36));
            Assert.That(submission.SubmissionSet.PatientId.Id, Is.EqualTo("IHERED-1001"));
        });
    }

    [Test]
    public void Symbolic_ids_become_the_same_UUID_wherever_they_stand()
    {
        var submission = SubmissionBuilder.OneDocumentInFolder().Taken();
        var set = submission.SubmissionSet.EntryUuid;
        var document = submission.DocumentEntries[0].EntryUuid;
        var folder = submission.Folders[0].EntryUuid;
        var membership = submission.Associations.Single(a => a.Source == folder);
        Assert.Multiple(() =>
        {
            Assert.That(new[] { set, document, folder, membership.EntryUuid }, Is.Unique.And.All.Matches<string>(EntryUuid.IsValid));
            Assert.That(membership.Target, Is.EqualTo(document));
            Assert.That(submission.Associations.Where(a => a.Source == set).Select(a => a.Target), Is.EquivalentTo([document, folder, membership.EntryUuid]));
            Assert.That(submission.DocumentEntries[0].LogicalId, Is.EqualTo(document));
        });
    }

    [Test]
    public void Nested_objects_get_UUIDs_and_name_the_object_they_are_in()
    {
        var entry = SubmissionBuilder.OneDocument().Taken().DocumentEntries[0];
        Assert.Multiple(() =>
        {
            Assert.That(entry.Source.Classifications.Select(c => c.ClassifiedObject), Is.All.EqualTo(entry.EntryUuid));
            Assert.That(entry.Source.ExternalIdentifiers.Select(e => e.RegistryObject), Is.All.EqualTo(entry.EntryUuid));
            Assert.That(entry.Source.Classifications.Select(c => c.Id), Is.Unique.And.All.Matches<string>(EntryUuid.IsValid));
            Assert.That(entry.Source.ExternalIdentifiers.Select(e => e.Id), Is.Unique.And.All.Matches<string>(EntryUuid.IsValid));
        });
    }

    [Test]
    public void UUIDs_of_the_sender_stay()
    {
        const string Uuid = "urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d";
        const string Nested = "urn:uuid:1d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d";
        var submission = SubmissionBuilder.Empty().AddDocument(Uuid).Change(Uuid, d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Id = Nested })).Taken();
        Assert.Multiple(() =>
        {
            Assert.That(submission.DocumentEntries[0].EntryUuid, Is.EqualTo(Uuid));
            Assert.That(submission.DocumentEntries[0].Source.ClassifiedBy(SchemeUuids.TypeCode).Single().Id, Is.EqualTo(Nested));
        });
    }

    [Test]
    public void A_reference_to_a_registered_object_stays()
    {
        var registered = EntryUuid.New();
        var submission = SubmissionBuilder.OneDocument().Relate(AssociationType.Replace, registered).Taken();
        var replace = submission.Associations.Single(a => a.Type == AssociationType.Replace);
        Assert.Multiple(() =>
        {
            Assert.That(replace.Source, Is.EqualTo(submission.DocumentEntries[0].EntryUuid));
            Assert.That(replace.Target, Is.EqualTo(registered));
        });
    }

    [Test]
    public void Nothing_is_read_from_a_submission_with_errors_and_all_of_them_are_reported()
    {
        var findings = new ErrorList();
        var list = SubmissionBuilder.OneDocument().Document(d => d.Without(SlotNames.Hash).Slot(SlotNames.Size, "big").Title(new string('t', 129))).Build();
        Assert.Multiple(() =>
        {
            Assert.That(SubmissionReader.Read(list, Judging.Register, findings), Is.Null);
            Assert.That(findings.Select(f => f.Location), Is.EquivalentTo(["Document01/hash", "Document01/size", "Document01/title"]));
        });
    }

    [Test]
    public void Findings_that_were_there_before_do_not_refuse_a_good_submission()
    {
        var findings = new ErrorList();
        findings.Add(XdsErrorCode.XDSUnknownPatientId, "before");
        Assert.That(SubmissionReader.Read(SubmissionBuilder.OneDocument().Build(), Judging.Register, findings), Is.Not.Null);
    }
}
