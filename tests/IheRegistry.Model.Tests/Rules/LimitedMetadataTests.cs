using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>What a Document Recipient may ask of metadata: columns XDR DS and XDR MS of ITI TF-3 table 4.3.1-3.</summary>
[TestFixture]
public sealed class LimitedMetadataTests
{
    static readonly string[] OfDocument =
    [
        SlotNames.CreationTime, SlotNames.LanguageCode, SlotNames.SourcePatientId, SchemeUuids.ClassCode, SchemeUuids.ConfidentialityCode,
        SchemeUuids.FormatCode, SchemeUuids.HealthcareFacilityTypeCode, SchemeUuids.PracticeSettingCode, SchemeUuids.TypeCode,
        SchemeUuids.DocumentEntryPatientId,
    ];

    static readonly string[] OfSet = [SchemeUuids.ContentTypeCode, SchemeUuids.SubmissionSetPatientId];
    static readonly string[] OfFolder = [SchemeUuids.FolderCodeList, SchemeUuids.FolderPatientId];

    static IEnumerable<TestCaseData> LeftOut =>
    [
        .. OfDocument.Select(name => new TestCaseData(SubmissionBuilder.DocumentId, SchemeUuids.LimitedDocumentEntry, name)),
        .. OfSet.Select(name => new TestCaseData(SubmissionBuilder.SetId, SchemeUuids.LimitedSubmissionSet, name)),
        .. OfFolder.Select(name => new TestCaseData(SubmissionBuilder.FolderId, SchemeUuids.LimitedFolder, name)),
    ];

    [TestCaseSource(nameof(LeftOut))]
    public void What_is_R2_in_column_XDR_MS_may_be_left_out_of_an_object_that_is_marked_and_of_no_other(string id, string mark, string name)
    {
        SubmissionBuilder Without() => Folder().Change(id, o => o.Without(name));

        Without().Change(id, o => o.Mark(mark)).Accepted(SubmissionKind.ProvideToRecipient);
        Without().Refused(SubmissionKind.ProvideToRecipient, $"'{id}'", "is required");
        Assert.That(
            Without().Change(id, o => o.Mark(mark)).Judge(SubmissionKind.ProvideAndRegister).Select(error => error.Context),
            Has.Some.Contains("limited metadata").And.Some.Contains("is required"),
            "a repository knows of no such mark");
    }

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.LimitedDocumentEntry, SchemeUuids.DocumentEntryUniqueId)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.LimitedSubmissionSet, SchemeUuids.SubmissionSetUniqueId)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.LimitedSubmissionSet, SchemeUuids.SourceId)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.LimitedSubmissionSet, SlotNames.SubmissionTime)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.LimitedFolder, SchemeUuids.FolderUniqueId)]
    public void What_is_R_in_column_XDR_MS_is_required_of_limited_metadata_too(string id, string mark, string name) =>
        Folder().Change(id, o => o.Mark(mark).Without(name)).Refused(SubmissionKind.ProvideToRecipient, $"'{id}'", "is required");

    [Test]
    public void The_least_that_limited_metadata_can_be_is_accepted()
    {
        var least = SubmissionBuilder.OneDocument()
            .Document(d =>
            {
                d.Mark(SchemeUuids.LimitedDocumentEntry).Title(null);
                foreach (var name in OfDocument) d.Without(name);
                foreach (var name in new[] { SlotNames.Hash, SlotNames.Size, SlotNames.RepositoryUniqueId, SlotNames.SourcePatientInfo, SchemeUuids.DocumentEntryAuthor })
                    d.Without(name);
            })
            .Set(s => s.Mark(SchemeUuids.LimitedSubmissionSet).Title(null).Without(SchemeUuids.ContentTypeCode).Without(SchemeUuids.SubmissionSetPatientId).Without(SchemeUuids.SubmissionSetAuthor));

        least.Accepted(SubmissionKind.ProvideToRecipient);
    }

    [Test]
    public void A_title_may_be_left_out_of_a_limited_folder()
    {
        Folder().Folder(f => f.Mark(SchemeUuids.LimitedFolder).Title(null)).Accepted(SubmissionKind.ProvideToRecipient);
        Folder().Folder(f => f.Title(null)).Refused(SubmissionKind.ProvideToRecipient, "title is required");
    }

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.LimitedSubmissionSet)]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.LimitedFolder)]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.LimitedDocumentEntry)]
    public void The_mark_of_another_kind_of_object_is_none(string id, string mark) =>
        Folder().Change(id, o => o.Mark(mark)).Refused(SubmissionKind.ProvideToRecipient, $"'{id}'");

    [Test]
    public void Values_of_limited_metadata_are_of_their_types() => Folder()
        .Document(d => d.Mark(SchemeUuids.LimitedDocumentEntry).Slot(SlotNames.CreationTime, "yesterday"))
        .Refused(SubmissionKind.ProvideToRecipient, "'yesterday'");

    [Test]
    public void Codes_are_not_held_against_the_affinity_domain_by_a_recipient()
    {
        var strict = TestDomain.WithCodes(CheckLevel.Reject, new Dictionary<CodedAttribute, IReadOnlyList<Code>>(), []);
        var submission = SubmissionBuilder.OneDocument().Build();

        Assert.That(submission.Judge(new RuleContext(SubmissionKind.ProvideToRecipient, strict)), Is.Empty);
        Assert.That(submission.Judge(new RuleContext(SubmissionKind.ProvideAndRegister, strict)).Select(e => e.Code), Does.Contain(XdsErrorCode.XDSRegistryMetadataError));
    }

    static SubmissionBuilder Folder() => SubmissionBuilder.OneDocumentInFolder();
}
