using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class MembershipRulesTests
{
    const string Set = SubmissionBuilder.SetId;
    const string Document = SubmissionBuilder.DocumentId;
    const string Folder = SubmissionBuilder.FolderId;

    [TestCase("SubmissionSet01-Document01", "DocumentEntry 'Document01'")]
    [TestCase("SubmissionSet01-Folder01", "Folder 'Folder01'")]
    [TestCase("SubmissionSet01-In-Folder01-Document01", "Association 'In-Folder01-Document01'")]
    public void What_is_new_must_be_linked_to_the_SubmissionSet(string link, string what) =>
        SubmissionBuilder.OneDocumentInFolder().Remove(link).Refused(what, "not linked to the SubmissionSet");

    [Test]
    public void What_is_linked_twice_is_refused() => Assert.That(
        SubmissionBuilder.OneDocument()
            .AddAssociation(AssociationType.HasMember, Set, Document, change: a => a.Slot(SlotNames.SubmissionSetStatus, "Original"))
            .Judge().Select(e => e.Context),
        Has.Some.Contain("'Document01' is linked to the SubmissionSet by 2"));

    [TestCase("Original")]
    public void A_new_document_is_Original(string status) => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", a => a.Slot(SlotNames.SubmissionSetStatus, status)).Accepted();

    [TestCase("Reference")]
    [TestCase("original")]
    [TestCase("New")]
    public void A_new_document_of_another_status_is_refused(string status) => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", a => a.Slot(SlotNames.SubmissionSetStatus, status))
        .Refused("Association 'SubmissionSet01-Document01': SubmissionSetStatus", $"'{status}'", "Original");

    [Test]
    public void A_new_document_without_status_is_refused() => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", a => a.Without(SlotNames.SubmissionSetStatus))
        .Refused("SubmissionSetStatus", "required");

    [Test]
    public void Two_statuses_are_refused() => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", a => a.Slot(SlotNames.SubmissionSetStatus, "Original", "Original"))
        .Refused("SubmissionSetStatus", "2 values");

    [Test]
    public void A_new_folder_needs_no_status() => SubmissionBuilder.OneDocumentInFolder()
        .Change("SubmissionSet01-Folder01", a => a.Without(SlotNames.SubmissionSetStatus))
        .Change("SubmissionSet01-In-Folder01-Document01", a => a.Without(SlotNames.SubmissionSetStatus))
        .Accepted();

    [Test]
    public void A_registered_document_is_a_member_by_reference() => SubmissionBuilder.Empty().AddReference(EntryUuid.New()).Accepted();

    [Test]
    public void A_registered_document_as_Original_is_refused() => SubmissionBuilder.Empty()
        .AddAssociation(AssociationType.HasMember, Set, EntryUuid.New(), change: a => a.Slot(SlotNames.SubmissionSetStatus, "Original"))
        .Refused("SubmissionSetStatus 'Original' is not Reference");

    [Test]
    public void A_new_document_goes_into_a_registered_folder() =>
        SubmissionBuilder.OneDocument().AddToFolder(EntryUuid.New(), Document).Accepted();

    [Test]
    public void A_registered_document_goes_into_a_new_or_registered_folder() => SubmissionBuilder.OneDocumentInFolder()
        .AddToFolder(Folder, EntryUuid.New())
        .AddToFolder(EntryUuid.New(), EntryUuid.New())
        .Accepted();

    [Test]
    public void A_folder_in_a_folder_is_refused() => SubmissionBuilder.OneDocumentInFolder()
        .AddFolder("Folder02")
        .AddToFolder(Folder, "Folder02")
        .Refused("'Folder02' cannot be a member of a Folder");

    [Test]
    public void A_document_has_no_members() => Assert.That(
        SubmissionBuilder.OneDocument().AddDocument("Document02").AddToFolder(Document, "Document02").Judge().Select(e => e.Context),
        Has.Some.Contain("'Document01' has no members: it is a DocumentEntry"));

    [Test]
    public void The_SubmissionSet_is_a_member_of_nothing() => SubmissionBuilder.OneDocumentInFolder()
        .AddToFolder(Folder, Set)
        .Refused("'SubmissionSet01' cannot be a member of a Folder: it is a SubmissionSet");

    [Test]
    public void A_relationship_is_no_member_of_the_SubmissionSet() => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Replace, Document, EntryUuid.New(), "Replace")
        .AddAssociation(AssociationType.HasMember, Set, "Replace")
        .Refused("'Replace' cannot be a member of a SubmissionSet");

    [Test]
    public void A_status_on_a_folder_membership_is_refused() => SubmissionBuilder.OneDocumentInFolder()
        .Change("In-Folder01-Document01", a => a.Slot(SlotNames.SubmissionSetStatus, "Original"))
        .Refused("Association 'In-Folder01-Document01': SubmissionSetStatus is allowed on HasMember from a SubmissionSet only");
}
