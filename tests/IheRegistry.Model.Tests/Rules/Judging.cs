using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Model.Tests.Rules;

/// <summary>Judges submissions and says what was found.</summary>
static class Judging
{
    public static RuleContext Register { get; } = new(SubmissionKind.Register, TestDomain.Unchecked);

    public static IReadOnlyList<RegistryError> Judge(this SubmissionBuilder builder, SubmissionKind kind = SubmissionKind.Register) =>
        builder.Build().Judge(new RuleContext(kind, TestDomain.Unchecked));

    public static IReadOnlyList<RegistryError> Judge(this RegistryObjectList list, RuleContext context)
    {
        var findings = new ErrorList();
        SubmissionRules.Check(list, context, findings);
        return [.. findings];
    }

    public static Submission Taken(this SubmissionBuilder builder, SubmissionKind kind = SubmissionKind.Register)
    {
        var findings = new ErrorList();
        var submission = SubmissionReader.Read(builder.Build(), new RuleContext(kind, TestDomain.Unchecked), findings);
        Assert.That(findings, Is.Empty);
        return submission!;
    }

    public static void Accepted(this SubmissionBuilder builder, SubmissionKind kind = SubmissionKind.Register) =>
        Assert.That(builder.Judge(kind), Is.Empty);

    /// <summary>One finding, a metadata error, whose context holds each of the parts.</summary>
    public static void Refused(this SubmissionBuilder builder, params string[] parts) =>
        builder.Refused(XdsErrorCode.XDSRegistryMetadataError, SubmissionKind.Register, parts);

    public static void Refused(this SubmissionBuilder builder, SubmissionKind kind, params string[] parts) =>
        builder.Refused(XdsErrorCode.XDSRegistryMetadataError, kind, parts);

    public static void Refused(this SubmissionBuilder builder, XdsErrorCode code, SubmissionKind kind, params string[] parts)
    {
        var found = builder.Judge(kind);
        Assert.That(found, Has.Count.EqualTo(1), string.Join("\n", found));
        Assert.Multiple(() =>
        {
            Assert.That(found[0].Code, Is.EqualTo(code));
            Assert.That(found[0].Severity, Is.EqualTo(Severity.Error));
            Assert.That(found[0].Context, Does.Contain("ITI TF").Or.Contain("ebRIM"));
            foreach (var part in parts) Assert.That(found[0].Context, Does.Contain(part));
        });
    }
}
