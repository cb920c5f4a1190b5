using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

[TestFixture]
public sealed class CodeRulesTests
{
    static readonly Dictionary<CodedAttribute, IReadOnlyList<Code>> Codes = new()
    {
        [CodedAttribute.ClassCode] = [new("REPORTS", "1.3.6.1.4.1.19376.1.2.6.1")],
        [CodedAttribute.ConfidentialityCode] = [new("N", "2.16.840.1.113883.5.25")],
        [CodedAttribute.EventCodeList] = [new("a", "1.2.3")],
        [CodedAttribute.FormatCode] = [new("urn:ihe:pcc:xds-ms:2007", "1.3.6.1.4.1.19376.1.2.3")],
        [CodedAttribute.HealthcareFacilityTypeCode] = [new("264372000", "2.16.840.1.113883.6.96")],
        [CodedAttribute.PracticeSettingCode] = [new("309927009", "2.16.840.1.113883.6.96")],
        [CodedAttribute.TypeCode] = [new("11488-4", "2.16.840.1.113883.6.1")],
        [CodedAttribute.ContentTypeCode] = [new("225728007", "2.16.840.1.113883.6.96")],
        [CodedAttribute.FolderCodeList] = [new("Referrals", "1.3.6.1.4.1.21367.2017.3")],
        [CodedAttribute.AssociationDocumentation] = [new("a", "1.2.3")],
    };

    [Test]
    public void Codes_of_the_affinity_domain_are_accepted() => Assert.That(
        Judge(CheckLevel.Reject, SubmissionBuilder.OneDocumentInFolder()
            .Document(d => d.Code(SchemeUuids.EventCodeList, "a", "1.2.3", "A"))
            .AddAssociation(
                AssociationType.Replace,
                SubmissionBuilder.DocumentId,
                EntryUuid.New(),
                change: a => a.Code(SchemeUuids.AssociationDocumentation, "a", "1.2.3", "A"))),
        Is.Empty);

    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.ClassCode, "classCode")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.ConfidentialityCode, "confidentialityCode")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.EventCodeList, "eventCodeList")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.FormatCode, "formatCode")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.HealthcareFacilityTypeCode, "healthcareFacilityTypeCode")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.PracticeSettingCode, "practiceSettingCode")]
    [TestCase(SubmissionBuilder.DocumentId, SchemeUuids.TypeCode, "typeCode")]
    [TestCase(SubmissionBuilder.SetId, SchemeUuids.ContentTypeCode, "contentTypeCode")]
    [TestCase(SubmissionBuilder.FolderId, SchemeUuids.FolderCodeList, "codeList")]
    public void A_code_of_another_scheme_is_refused_warned_of_or_taken_as_the_domain_says(string id, string scheme, string attribute)
    {
        var builder = SubmissionBuilder.OneDocumentInFolder().Change(id, o => o.Without(scheme).Code(scheme, "a", "9.9.9", "A"));
        Assert.Multiple(() =>
        {
            var refused = Judge(CheckLevel.Reject, builder).Single();
            Assert.That(refused.Code, Is.EqualTo(XdsErrorCode.XDSRegistryMetadataError));
            Assert.That(refused.Severity, Is.EqualTo(Severity.Error));
            Assert.That(refused.Context, Does.Contain($"'{id}': {attribute} 'a' of codingScheme '9.9.9'"));
            Assert.That(Judge(CheckLevel.Warn, builder).Single(), Is.EqualTo(refused with { Severity = Severity.Warning }));
            Assert.That(Judge(CheckLevel.Off, builder), Is.Empty);
        });
    }

    [Test]
    public void A_warning_does_not_refuse_the_submission()
    {
        var findings = new ErrorList();
        var list = SubmissionBuilder.OneDocument().Document(d => d.MimeType = "text/goofy").Build();
        Assert.Multiple(() =>
        {
            Assert.That(SubmissionReader.Read(list, Context(CheckLevel.Warn), findings), Is.Not.Null);
            Assert.That(findings.Single().Severity, Is.EqualTo(Severity.Warning));
        });
    }

    [TestCase("text/xml", true)]
    [TestCase("TEXT/XML; charset=utf-8", true)]
    [TestCase("text/goofy", false)]
    public void A_mimeType_is_of_the_domain(string mimeType, bool accepted)
    {
        var found = Judge(CheckLevel.Reject, SubmissionBuilder.OneDocument().Document(d => d.MimeType = mimeType));
        Assert.That(found.Select(e => e.Location), accepted ? Is.Empty : Is.EqualTo(["Document01/mimeType"]));
    }

    static IReadOnlyList<RegistryError> Judge(CheckLevel level, SubmissionBuilder builder) => builder.Build().Judge(Context(level));

    static RuleContext Context(CheckLevel level) => new(SubmissionKind.Register, TestDomain.WithCodes(level, Codes, ["text/xml"]));
}
