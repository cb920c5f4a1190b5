using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>What an affinity domain file says, in its order.</summary>
/// <param name="Name">What people call the affinity domain.</param>
/// <param name="HomeCommunityId">The homeCommunityId of this community, <c>urn:oid:...</c>.</param>
/// <param name="RepositoryUniqueIds">The ids that this repository answers to; new documents get the first.</param>
/// <param name="Checks">How strictly values are checked.</param>
/// <param name="Authorities">The assigning authorities.</param>
/// <param name="Institutions">The institutions.</param>
/// <param name="MimeTypes">The mime types.</param>
/// <param name="Codes">The codes of each attribute that has any.</param>
public sealed record AffinityDomainDefinition(
    string Name,
    string HomeCommunityId,
    IReadOnlyList<string> RepositoryUniqueIds,
    CheckLevels Checks,
    IReadOnlyList<AssigningAuthority> Authorities,
    IReadOnlyList<Institution> Institutions,
    IReadOnlyList<string> MimeTypes,
    IReadOnlyDictionary<CodedAttribute, IReadOnlyList<Code>> Codes)
{
    /// <summary>The JSON Schema that the file names for editors, kept as it is.</summary>
    public string? Schema { get; init; }

    /// <summary>What document sources may update, where their institution does not say otherwise.</summary>
    public UpdatePermission RestrictedUpdates { get; init; }

    /// <summary>The OID of the authority of the enterprise patient ids; null for the first patient id domain.</summary>
    public string? EnterpriseAuthority { get; init; }

    /// <summary>What the site has decided about matching.</summary>
    public MatchingPolicy Matching { get; init; } = MatchingPolicy.Standard;

    /// <summary>Who is told of changes of cross-references (ITI-10, ITI-46).</summary>
    public IReadOnlyList<UpdateConsumer> UpdateConsumers { get; init; } = [];
}
