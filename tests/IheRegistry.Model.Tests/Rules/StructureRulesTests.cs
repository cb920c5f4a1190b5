using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class StructureRulesTests
{
    [Test]
    public void A_SubmissionSet_alone_is_no_submission() => SubmissionBuilder.Empty().Refused("SubmissionSet 'SubmissionSet01' has no members");

    [Test]
    public void A_membership_among_registered_objects_is_a_submission() =>
        SubmissionBuilder.Empty().AddToFolder(EntryUuid.New(), EntryUuid.New()).Accepted();

    [Test]
    public void Several_documents_and_folders_are_a_submission() => SubmissionBuilder.OneDocumentInFolder()
        .AddDocument("Document02")
        .AddToFolder(SubmissionBuilder.FolderId, "Document02")
        .AddFolder("Folder02")
        .Accepted();

    [Test]
    public void A_submission_without_SubmissionSet_is_refused() => Assert.That(
        SubmissionBuilder.Empty().Remove(SubmissionBuilder.SetId).Judge().Single().Context, Does.Contain("has no SubmissionSet"));

    [Test]
    public void A_second_SubmissionSet_is_refused()
    {
        var second = SubmissionBuilder.Empty()[SubmissionBuilder.SetId];
        second.Id = "SubmissionSet02";
        second.Reclassify(SchemeUuids.SubmissionSet, c => c with { ClassifiedObject = "SubmissionSet02" })
            .Reclassify(SchemeUuids.SubmissionSetAuthor, c => c with { ClassifiedObject = "SubmissionSet02" })
            .Reclassify(SchemeUuids.ContentTypeCode, c => c with { ClassifiedObject = "SubmissionSet02" })
            .Identifier(SchemeUuids.SubmissionSetPatientId, SubmissionBuilder.DefaultPatient)
            .Identifier(SchemeUuids.SourceId, "1.2.3")
            .Identifier(SchemeUuids.SubmissionSetUniqueId, SubmissionBuilder.NewOid());
        SubmissionBuilder.OneDocument().Add(second).Refused("SubmissionSet 'SubmissionSet02'", "exactly one");
    }

    [Test]
    public void A_package_that_is_neither_SubmissionSet_nor_Folder_is_refused() => SubmissionBuilder.OneDocument()
        .Add(new ObjectBuilder(EbrimElement.RegistryPackage, "Package01"))
        .Refused("RegistryPackage 'Package01'", "neither as a SubmissionSet nor as a Folder");

    [Test]
    public void A_package_that_is_both_SubmissionSet_and_Folder_is_refused() => SubmissionBuilder.OneDocument()
        .Set(s => s.Mark(SchemeUuids.Folder))
        .Refused("SubmissionSet 'SubmissionSet01'", "more than once");

    [Test]
    public void A_classification_of_no_object_of_the_submission_is_refused()
    {
        var list = SubmissionBuilder.OneDocument().Build() with
        {
            Stray = [new Classification { Id = "c1", ClassifiedObject = "Document09", Node = SchemeUuids.Folder }],
        };
        var found = list.Judge(Judging.Register).Single();
        Assert.That(found.Context, Does.Contain("Classification 'c1'").And.Contain("'Document09'"));
    }

    [Test]
    public void An_element_that_is_not_of_XDS_is_refused()
    {
        var list = SubmissionBuilder.OneDocument().Build() with { Unknown = ["ClassificationScheme"] };
        Assert.That(list.Judge(Judging.Register).Single().Context, Does.Contain("'ClassificationScheme'"));
    }

    [TestCase(SubmissionBuilder.SetId, SchemeUuids.LimitedSubmissionSet)]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.LimitedDocumentEntry)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.LimitedFolder)]
    public void Limited_metadata_are_refused(string id, string mark) =>
        SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Mark(mark)).Refused($"'{id}'", "limited metadata");
}
