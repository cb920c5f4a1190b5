using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class ClassificationRulesTests
{
    [TestCase(SchemeUuids.ClassCode, "classCode")]
    [TestCase(SchemeUuids.FormatCode, "formatCode")]
    [TestCase(SchemeUuids.HealthcareFacilityTypeCode, "healthcareFacilityTypeCode")]
    [TestCase(SchemeUuids.PracticeSettingCode, "practiceSettingCode")]
    [TestCase(SchemeUuids.TypeCode, "typeCode")]
    public void A_single_code_given_twice_is_refused(string scheme, string attribute) => SubmissionBuilder.OneDocument()
        .Document(d => d.Code(scheme, "x", "1.2.3", "X"))
        .Refused($"DocumentEntry 'Document01': {attribute} is given 2 times");

    [Test]
    public void A_contentTypeCode_given_twice_is_refused() =>
        SubmissionBuilder.OneDocument().Set(s => s.Code(SchemeUuids.ContentTypeCode, "x", "1.2.3", "X")).Refused("contentTypeCode is given 2 times");

    [Test]
    public void Codes_that_may_repeat_are_accepted()
    {
        var submission = SubmissionBuilder.OneDocumentInFolder()
            .Document(d => d
                .Code(SchemeUuids.ConfidentialityCode, "R", "2.16.840.1.113883.5.25", "Restricted")
                .Code(SchemeUuids.EventCodeList, "a", "1.2.3", "A")
                .Code(SchemeUuids.EventCodeList, "b", "1.2.3", "B")
                .Author(SchemeUuids.DocumentEntryAuthor, (SlotNames.AuthorInstitution, "Test Clinic")))
            .Folder(f => f.Code(SchemeUuids.FolderCodeList, "b", "1.2.3", "B"))
            .Taken();
        var entry = submission.DocumentEntries[0];
        Assert.Multiple(() =>
        {
            Assert.That(entry.ConfidentialityCodes.Select(c => c.Value), Is.EqualTo(["N", "R"]));
            Assert.That(entry.EventCodes.Select(c => c.Value), Is.EqualTo(["a", "b"]));
            Assert.That(entry.Authors, Has.Count.EqualTo(2));
            Assert.That(submission.Folders[0].Codes, Has.Count.EqualTo(2));
        });
    }

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.FolderCodeList)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.TypeCode)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.EventCodeList)]
    [TestCase("SubmissionSet01-Document01", SchemeUuids.TypeCode)]
    [TestCase(SubmissionBuilder.DocumentId, "urn:uuid:00000000-0000-0000-0000-000000000000")]
    [TestCase(SubmissionBuilder.DocumentId, "")]
    public void A_scheme_that_the_object_does_not_have_is_refused(string id, string scheme) => SubmissionBuilder.OneDocumentInFolder()
        .Change(id, o => o.Code(scheme, "x", "1.2.3", "X"))
        .Refused($"'{id}': Classification", $"'{scheme}'");

    [TestCase(null)]
    [TestCase("")]
    public void A_code_without_nodeRepresentation_is_refused(string? code) => SubmissionBuilder.OneDocument()
        .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { NodeRepresentation = code }))
        .Refused("typeCode has no code (nodeRepresentation)");

    [Test]
    public void A_code_without_codingScheme_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Slots = [] }))
        .Refused("DocumentEntry 'Document01': typeCode/codingScheme is required");

    [Test]
    public void A_code_of_two_codingSchemes_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Slots = [new Slot(SlotNames.CodingScheme, ["1.2.3", "1.2.4"])] }))
        .Refused("typeCode/codingScheme has 2 values");

    [Test]
    public void A_code_without_display_name_is_refused() => Assert.Multiple(() =>
    {
        SubmissionBuilder.OneDocument().Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Name = [] })).Refused("typeCode has no display name");
        SubmissionBuilder.OneDocument().Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { Name = [new LocalizedText("")] }))
            .Refused("typeCode has no display name");
    });

    [Test]
    public void A_code_of_more_than_256_characters_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { NodeRepresentation = new string('x', 257) }))
        .Refused("typeCode has a code of more than 256");

    [Test]
    public void A_classifiedObject_that_is_another_object_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { ClassifiedObject = SubmissionBuilder.SetId }))
        .Refused("DocumentEntry 'Document01': Classification has classifiedObject 'SubmissionSet01'");

    [Test]
    public void A_classifiedObject_may_be_left_out() =>
        SubmissionBuilder.OneDocument().Document(d => d.Reclassify(SchemeUuids.TypeCode, c => c with { ClassifiedObject = null })).Accepted();

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.Folder)]
    [TestCase(SubmissionBuilder.SetId, "urn:uuid:00000000-0000-0000-0000-000000000000")]
    public void A_classificationNode_that_the_object_does_not_have_is_refused(string id, string node) =>
        SubmissionBuilder.OneDocument().Change(id, o => o.Mark(node)).Refused($"'{id}': Classification has the unknown classificationNode '{node}'");

    [Test]
    public void A_classification_by_nothing_is_refused() => SubmissionBuilder.OneDocument()
        .Document(d => d.Classify(new Classification { ClassifiedObject = SubmissionBuilder.DocumentId }))
        .Refused("neither classificationScheme nor classificationNode");

    [TestCase(SlotNames.AuthorPerson, "^Testdoctor^Ada")]
    [TestCase(SlotNames.AuthorInstitution, "Test Hospital")]
    [TestCase(SlotNames.AuthorTelecommunication, "^^Internet^ada@example.org")]
    public void An_author_is_named_by_any_of_three(string slot, string value) => Author((slot, value)).Accepted();

    [TestCase(SlotNames.AuthorRole)]
    [TestCase(SlotNames.AuthorSpecialty)]
    public void An_author_who_is_not_named_is_refused(string slot) => Author((slot, "Surgeon")).Refused("author has neither authorPerson");

    [Test]
    public void Two_persons_in_one_author_are_refused() =>
        Author((SlotNames.AuthorPerson, "^Testdoctor^Ada"), (SlotNames.AuthorPerson, "^Testdoctor^Bob")).Refused("author/authorPerson has 2 values");

    [Test]
    public void Other_parts_of_an_author_may_repeat()
    {
        var author = Author(
            (SlotNames.AuthorPerson, "^Testdoctor^Ada"),
            (SlotNames.AuthorInstitution, "Test Hospital"),
            (SlotNames.AuthorInstitution, "Test Clinic"),
            (SlotNames.AuthorRole, "Surgeon"),
            (SlotNames.AuthorRole, "Head"),
            (SlotNames.AuthorSpecialty, "Surgery"),
            (SlotNames.AuthorTelecommunication, "^^Internet^ada@example.org")).Taken().DocumentEntries[0].Authors.Single();
        Assert.Multiple(() =>
        {
            Assert.That(author.Person, Is.EqualTo("^Testdoctor^Ada"));
            Assert.That(author.Institutions, Is.EqualTo(["Test Hospital", "Test Clinic"]));
            Assert.That(author.Roles, Is.EqualTo(["Surgeon", "Head"]));
            Assert.That(author.Specialties, Is.EqualTo(["Surgery"]));
            Assert.That(author.Telecommunications, Is.EqualTo(["^^Internet^ada@example.org"]));
        });
    }

    static SubmissionBuilder Author(params (string, string)[] slots) => SubmissionBuilder.OneDocument()
        .Document(d => d.Without(SchemeUuids.DocumentEntryAuthor).Author(SchemeUuids.DocumentEntryAuthor, slots));
}
