using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Tests.Shared.Metadata;

/// <summary>Affinity domains for tests of the rules.</summary>
public static class TestDomain
{
    /// <summary>Takes any code and mimeType.</summary>
    public static AffinityDomain Unchecked { get; } = WithCodes(CheckLevel.Off, new Dictionary<CodedAttribute, IReadOnlyList<Code>>(), []);

    /// <summary>Knows these codes and mimeTypes only.</summary>
    public static AffinityDomain WithCodes(
        CheckLevel level, IReadOnlyDictionary<CodedAttribute, IReadOnlyList<Code>> codes, IReadOnlyList<string> mimeTypes) =>
        new(new AffinityDomainDefinition(
            "Test",
            "urn:oid:1.3.6.1.4.1.21367.2026.1",
            ["1.3.6.1.4.1.21367.2026.1.1"],
            new CheckLevels(level, level, new Dictionary<CodedAttribute, CheckLevel>()),
            [new AssigningAuthority("1.3.6.1.4.1.21367.13.20.1000", AuthorityKind.PatientId, "IHERED")],
            [],
            mimeTypes,
            codes));
}
