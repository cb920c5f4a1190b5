using IheRegistry.Model.Demographics;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>An authority that assigns identifiers to persons.</summary>
/// <param name="Oid">Its OID, the universal id of CX.4.</param>
/// <param name="Kind">What kind of identifiers it gives out.</param>
/// <param name="Namespace">Its namespace id in CX.4, where senders know it by one.</param>
/// <param name="Name">What people call it.</param>
public sealed record AssigningAuthority(string Oid, AuthorityKind Kind, string? Namespace = null, string? Name = null)
{
    /// <summary>
    /// Whether its identifiers are patient ids of the XDS affinity domain: they become known to the registry through a feed and may be the
    /// patientId of metadata (ITI TF-2 3.8.4.1.4, TF-3 4.2.3.2.16).
    /// </summary>
    public bool IsPatientIdDomain { get; init; } = Kind == AuthorityKind.PatientId;

    /// <summary>Whether two records with the same identifier of this authority may be linked without a person's decision.</summary>
    public bool IsTrusted { get; init; }

    /// <summary>Who may assign and merge its identifiers; empty for anyone.</summary>
    public IReadOnlyList<Assigner> Assigners { get; init; } = [];

    /// <summary>The authority as CX.4 names it, with everything that is known of it.</summary>
    public HierarchicDesignator Designator => new(Namespace ?? "", Oid, "ISO");

    /// <summary>Whether its identifiers can stand for a person across all domains: the registry knows them and they are for good.</summary>
    public bool CanBeEnterprise => IsPatientIdDomain && Kind != AuthorityKind.Temporary;

    /// <summary>Whether a sender may assign and merge identifiers of this authority.</summary>
    /// <param name="facility">The sending facility (MSH-4).</param>
    /// <param name="application">The sending application (MSH-3).</param>
    /// <returns>True when it may.</returns>
    public bool MayBeAssignedBy(HierarchicDesignator facility, HierarchicDesignator application) =>
        Assigners.Count == 0 || Assigners.Any(assigner => assigner.Matches(facility, application));

    /// <inheritdoc/>
    public bool Equals(AssigningAuthority? other) =>
        other is not null && (Oid, Kind, Namespace, Name, IsPatientIdDomain, IsTrusted) == (other.Oid, other.Kind, other.Namespace, other.Name, other.IsPatientIdDomain, other.IsTrusted)
        && Assigners.SequenceEqual(other.Assigners);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Oid, Kind, Namespace);
}
