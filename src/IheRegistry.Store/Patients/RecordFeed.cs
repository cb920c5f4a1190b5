using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What a feed makes of a record. Keys are computed by the caller: the store compares them only.</summary>
public sealed record RecordFeed
{
    /// <summary>The id in its domain, in the canonical escaped form.</summary>
    public required PatientId Id { get; init; }

    /// <summary>Facility and application of the sender.</summary>
    public required string Source { get; init; }

    /// <summary>The demographics after the feed: what was known before, changed by what it says.</summary>
    public required PatientDemographics Demographics { get; init; }

    /// <summary>The visit after the feed; null where none was ever told of.</summary>
    public PatientVisit? Visit { get; init; }

    /// <summary>Identifiers of other domains after the feed; the authority with its OID where that is known.</summary>
    public IReadOnlyList<PatientIdentifier> OtherIds { get; init; } = [];

    /// <summary>The record may not be linked automatically.</summary>
    public bool IsTentative { get; init; }

    /// <summary>Hashes of kind and value, by which the record becomes a candidate of others.</summary>
    public IReadOnlyCollection<long> BlockingKeys { get; init; } = [];

    /// <summary>Texts by which demographics queries find it.</summary>
    public IReadOnlyCollection<SearchKey> SearchKeys { get; init; } = [];

    /// <summary>Of a record that is not known yet: the person it joins; null for a new one. A known record stays whose it is.</summary>
    public long? Person { get; init; }

    /// <summary>The EPID that the feed gave for a new person, which no person has yet; null to have one allotted.</summary>
    public PatientId? Epid { get; init; }

    /// <summary>The authority in which a new person is given an EPID; null where the affinity domain names none.</summary>
    public string? EnterpriseAuthority { get; init; }
}
