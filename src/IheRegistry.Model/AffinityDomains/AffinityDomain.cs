using System.Collections.Frozen;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>One version of the affinity domain's agreement, indexed: each question is one lookup.</summary>
public sealed class AffinityDomain
{
    readonly FrozenDictionary<(string Value, string Scheme), Code>[] _codes;
    readonly FrozenSet<string> _mimeTypes;
    readonly FrozenSet<string> _repositoryUniqueIds;
    readonly FrozenDictionary<string, AssigningAuthority> _authorities;
    readonly FrozenDictionary<string, Institution> _institutions;
    readonly FrozenDictionary<string, Institution> _institutionsBySource;

    /// <summary>Indexes a definition.</summary>
    /// <param name="definition">What the file says, already checked.</param>
    public AffinityDomain(AffinityDomainDefinition definition)
    {
        Definition = definition;
        _codes = [.. Enum.GetValues<CodedAttribute>().Select(attribute => Codes(attribute).ToFrozenDictionary(code => (code.Value, code.Scheme)))];
        // Media types are compared without case (RFC 2045 section 5.1).
        _mimeTypes = definition.MimeTypes.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _repositoryUniqueIds = definition.RepositoryUniqueIds.ToFrozenSet(StringComparer.Ordinal);
        _authorities = definition.Authorities
            .SelectMany(authority => Names(authority).Select(name => KeyValuePair.Create(name, authority)))
            .ToFrozenDictionary(StringComparer.Ordinal);
        EnterpriseAuthority = definition.EnterpriseAuthority is { } oid ? _authorities[oid] : definition.Authorities.First(authority => authority.CanBeEnterprise);
        _institutions = definition.Institutions.ToFrozenDictionary(institution => institution.Id, StringComparer.Ordinal);
        _institutionsBySource = definition.Institutions
            .SelectMany(institution => institution.SourceIds.Select(source => KeyValuePair.Create(source, institution)))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What the file says.</summary>
    public AffinityDomainDefinition Definition { get; }

    /// <summary>What people call the affinity domain.</summary>
    public string Name => Definition.Name;

    /// <summary>The homeCommunityId of this community, <c>urn:oid:...</c>.</summary>
    public string HomeCommunityId => Definition.HomeCommunityId;

    /// <summary>The repositoryUniqueId that new documents get.</summary>
    public string RepositoryUniqueId => Definition.RepositoryUniqueIds[0];

    /// <summary>What happens to a DocumentEntry.mimeType that is not known.</summary>
    public CheckLevel MimeTypeCheck => Definition.Checks.MimeTypes;

    /// <summary>What happens to a code that is not known.</summary>
    /// <param name="attribute">The attribute that carries the code.</param>
    /// <returns>The level.</returns>
    public CheckLevel CodeCheck(CodedAttribute attribute) => Definition.Checks.Of(attribute);

    /// <summary>The codes of an attribute in the file's order.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <returns>The codes; empty when the domain defines none.</returns>
    public IReadOnlyList<Code> Codes(CodedAttribute attribute) => Definition.Codes.GetValueOrDefault(attribute) ?? [];

    /// <summary>Whether the domain defines a code for an attribute.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="code">The code.</param>
    /// <param name="scheme">Its coding scheme.</param>
    /// <returns>True when it does.</returns>
    public bool IsKnownCode(CodedAttribute attribute, string code, string scheme) => _codes[(int)attribute].ContainsKey((code, scheme));

    /// <summary>The domain's own entry of a code, with its display name.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="code">The code.</param>
    /// <param name="scheme">Its coding scheme.</param>
    /// <returns>The entry; null when the code is not known.</returns>
    public Code? FindCode(CodedAttribute attribute, string code, string scheme) => _codes[(int)attribute].GetValueOrDefault((code, scheme));

    /// <summary>Whether the domain lists a mime type.</summary>
    /// <param name="mimeType">The type, without parameters.</param>
    /// <returns>True when it does.</returns>
    public bool IsKnownMimeType(string mimeType) => _mimeTypes.Contains(mimeType);

    /// <summary>Whether a repositoryUniqueId is one of this repository's.</summary>
    /// <param name="repositoryUniqueId">The id.</param>
    /// <returns>True when this repository answers to it.</returns>
    public bool IsOwnRepository(string repositoryUniqueId) => _repositoryUniqueIds.Contains(repositoryUniqueId);

    /// <summary>The assigning authority of an OID or namespace id.</summary>
    /// <param name="oidOrNamespace">Either component of CX.4.</param>
    /// <returns>The authority; null when the domain does not know it.</returns>
    public AssigningAuthority? FindAuthority(string oidOrNamespace) => _authorities.GetValueOrDefault(oidOrNamespace);

    /// <summary>The authority of the ids that stand for a person across all domains (EPID).</summary>
    public AssigningAuthority EnterpriseAuthority { get; }

    /// <summary>What the site has decided about matching.</summary>
    public MatchingPolicy Matching => Definition.Matching;

    /// <summary>Who is told of changes of cross-references (ITI-10, ITI-46).</summary>
    public IReadOnlyList<UpdateConsumer> UpdateConsumers => Definition.UpdateConsumers;

    /// <summary>Whether identifiers of an authority are patient ids of the XDS affinity domain.</summary>
    /// <param name="oid">The authority's OID; a namespace id does not count, since metadata carry OIDs (ITI TF-3 table 4.2.3.1.7-2).</param>
    /// <returns>True when they are.</returns>
    public bool IsPatientIdDomain(string oid) => FindAuthority(oid) is { IsPatientIdDomain: true } authority && authority.Oid == oid;

    /// <summary>The institution of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The institution; null when the domain does not know it.</returns>
    public Institution? FindInstitution(string id) => _institutions.GetValueOrDefault(id);

    /// <summary>The institution that a document source belongs to.</summary>
    /// <param name="sourceId">SubmissionSet.sourceId.</param>
    /// <returns>The institution; null when the domain does not know the source.</returns>
    public Institution? FindInstitutionBySource(string sourceId) => _institutionsBySource.GetValueOrDefault(sourceId);

    /// <summary>Whether a document source may update a document by Restricted Update Document Set (ITI-92).</summary>
    /// <param name="sourceId">SubmissionSet.sourceId of the update.</param>
    /// <param name="publisher">SubmissionSet.sourceId of the submission that published the document; null when it is not known.</param>
    /// <returns>True when it may.</returns>
    public bool MayUpdate(string sourceId, string? publisher)
    {
        var institution = FindInstitutionBySource(sourceId);
        return (institution?.RestrictedUpdates ?? Definition.RestrictedUpdates) switch
        {
            UpdatePermission.Any => true,
            UpdatePermission.Own => sourceId == publisher || (institution is not null && publisher is not null && FindInstitutionBySource(publisher) == institution),
            _ => false,
        };
    }

    static IEnumerable<string> Names(AssigningAuthority authority) =>
        authority.Namespace is { } name ? [authority.Oid, name] : [authority.Oid];
}
