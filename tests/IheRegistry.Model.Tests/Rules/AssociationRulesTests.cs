using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class AssociationRulesTests
{
    const string Document = SubmissionBuilder.DocumentId;

    [TestCase("urn:ihe:iti:2007:AssociationType:APND_TXFM")]
    [TestCase("HasMember")]
    [TestCase(null)]
    public void An_unknown_type_is_refused(string? type) => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Append, Document, EntryUuid.New(), "Odd", a => a.AssociationType = type)
        .Refused("Association 'Odd': associationType", "is not a type of XDS");

    [TestCase(AssociationType.UpdateAvailabilityStatus)]
    [TestCase(AssociationType.SubmitAssociation)]
    public void Types_of_metadata_update_are_refused(AssociationType type) => SubmissionBuilder.OneDocument()
        .AddAssociation(type, SubmissionBuilder.SetId, EntryUuid.New(), "Update")
        .Refused("Association 'Update'", type.ToString(), "ITI-57");

    [TestCase(SlotNames.PreviousVersion)]
    [TestCase(SlotNames.OriginalStatus)]
    [TestCase(SlotNames.NewStatus)]
    [TestCase(SlotNames.AssociationPropagation)]
    public void Slots_of_metadata_update_are_refused(string slot) => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", a => a.Slot(slot, "1"))
        .Refused($"{slot} must not be submitted", "ITI-42");

    [Test]
    public void A_symbolic_target_that_is_not_submitted_cannot_be_resolved() => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Replace, Document, "Document09", "Replace")
        .Refused(XdsErrorCode.UnresolvedReferenceException, SubmissionKind.Register, "Association 'Replace': targetObject 'Document09'");

    [TestCase("urn:uuid:0D5E1B5C-3F3B-4C12-9F1A-6A5F4C1E2B3D")]
    [TestCase("urn:uuid:document09")]
    public void A_malformed_entryUUID_as_target_is_refused(string target) => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Replace, Document, target, "Replace")
        .Refused($"Association 'Replace': targetObject '{target}'", "lower-case");

    [Test]
    public void A_symbolic_source_that_is_not_submitted_cannot_be_resolved() => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Replace, "Document09", EntryUuid.New(), "Replace")
        .Refused(XdsErrorCode.UnresolvedReferenceException, SubmissionKind.Register, "Association 'Replace': sourceObject 'Document09'");

    [Test]
    public void Missing_ends_are_both_reported() => Assert.That(
        SubmissionBuilder.OneDocument()
            .AddAssociation(AssociationType.Replace, "", "", "Replace", a => a.TargetObject = null)
            .Judge().Select(e => e.Location),
        Is.EquivalentTo(["Replace/sourceObject", "Replace/targetObject"]));

    [Test]
    public void A_document_related_to_itself_is_refused() =>
        SubmissionBuilder.OneDocument().Relate(AssociationType.Append, Document).Refused("relates a document, 'Document01', to itself");

    [Test]
    public void Two_types_between_the_same_documents_are_accepted()
    {
        var registered = EntryUuid.New();
        SubmissionBuilder.OneDocument().Relate(AssociationType.Append, registered).Relate(AssociationType.Transform, registered).Accepted();
    }
}
