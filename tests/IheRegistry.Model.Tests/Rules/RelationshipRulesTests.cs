using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class RelationshipRulesTests
{
    const string Document = SubmissionBuilder.DocumentId;

    static readonly AssociationType[] ToRegisteredOnly = [AssociationType.Replace, AssociationType.TransformReplace, AssociationType.IsSnapshotOf];
    static readonly AssociationType[] ToAny = [AssociationType.Append, AssociationType.Transform, AssociationType.Signs];

    [TestCaseSource(nameof(ToRegisteredOnly))]
    [TestCaseSource(nameof(ToAny))]
    public void A_new_document_relates_to_a_registered_one(AssociationType type) =>
        SubmissionBuilder.OneDocument().Relate(type, EntryUuid.New()).Accepted();

    [TestCaseSource(nameof(ToRegisteredOnly))]
    public void What_is_replaced_or_caught_in_a_snapshot_is_not_in_the_submission(AssociationType type) => SubmissionBuilder.OneDocument()
        .AddDocument("Document02")
        .Relate(type, "Document02")
        .Refused(XdsErrorCode.UnresolvedReferenceException, SubmissionKind.Register, "targetObject 'Document02'", type.ToString(), "is in the submission");

    [TestCaseSource(nameof(ToAny))]
    public void Other_relationships_are_among_new_documents_too(AssociationType type) =>
        SubmissionBuilder.OneDocument().AddDocument("Document02").Relate(type, "Document02").Accepted();

    [TestCaseSource(nameof(ToAny))]
    public void A_target_that_is_no_document_is_refused(AssociationType type) => SubmissionBuilder.OneDocumentInFolder()
        .Relate(type, SubmissionBuilder.FolderId)
        .Refused(XdsErrorCode.UnresolvedReferenceException, SubmissionKind.Register, $"'Folder01' of {type} is not a DocumentEntry");

    [TestCase(AssociationType.Replace, SubmissionBuilder.SetId)]
    [TestCase(AssociationType.Append, SubmissionBuilder.FolderId)]
    [TestCase(AssociationType.Signs, "SubmissionSet01-Document01")]
    [TestCase(AssociationType.IsSnapshotOf, "urn:uuid:0d5e1b5c-3f3b-4c12-9f1a-6a5f4c1e2b3d")]
    public void A_source_that_is_no_new_document_is_refused(AssociationType type, string source) => SubmissionBuilder.OneDocumentInFolder()
        .AddAssociation(type, source, EntryUuid.New())
        .Refused(
            XdsErrorCode.UnresolvedReferenceException,
            SubmissionKind.Register,
            $"sourceObject '{source}' of {type} is not a DocumentEntry of the submission");

    [Test]
    public void An_on_demand_document_is_no_snapshot() => SubmissionBuilder.OneDocument()
        .Document(d =>
        {
            d.ObjectType = SchemeUuids.OnDemandDocumentEntry;
            d.Without(SlotNames.CreationTime).Without(SlotNames.Hash).Without(SlotNames.Size);
        })
        .Relate(AssociationType.IsSnapshotOf, EntryUuid.New())
        .Refused(SubmissionKind.RegisterOnDemand, "is not a stable DocumentEntry");

    [Test]
    public void A_SubmissionSetStatus_on_a_relationship_is_refused() => SubmissionBuilder.OneDocument()
        .AddAssociation(AssociationType.Replace, Document, EntryUuid.New(), "Replace", a => a.Slot(SlotNames.SubmissionSetStatus, "Original"))
        .Refused("Association 'Replace': SubmissionSetStatus is allowed on HasMember from a SubmissionSet only");

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.Append)]
    [TestCase(AssociationType.Transform)]
    [TestCase(AssociationType.TransformReplace)]
    [TestCase(AssociationType.Signs)]
    [TestCase(AssociationType.IsSnapshotOf)]
    public void A_relationship_may_be_documented(AssociationType type)
    {
        var submission = SubmissionBuilder.OneDocument()
            .AddAssociation(type, Document, EntryUuid.New(), "Related", Documented)
            .Taken();
        Assert.That(
            submission.Associations.Single(a => a.Type == type).Documentation,
            Is.EqualTo([new Code("Additional_Information", "1.3.6.1.4.1.21367.2017.3", "Additional")]));
    }

    [Test]
    public void A_documented_membership_is_refused() => SubmissionBuilder.OneDocument()
        .Change("SubmissionSet01-Document01", Documented)
        .Refused("associationDocumentation is not allowed on a HasMember Association");

    static void Documented(ObjectBuilder association) =>
        association.Code(SchemeUuids.AssociationDocumentation, "Additional_Information", "1.3.6.1.4.1.21367.2017.3", "Additional");
}
