using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>The identifiers of a person as answers give them: each with the namespace id and the OID of its domain, those of one domain in a row.</summary>
static class PersonIds
{
    /// <summary>
    /// The EPID, the ids of the records, and the numbers of the state, of cards and insurances that these name. What a record says of another
    /// institution's numbers is not told: whose they are, that institution's own feed says.
    /// </summary>
    internal static IReadOnlyList<PatientIdentifier> Of(Person person, AffinityDomain domain, IReadOnlyCollection<string> authorities)
    {
        var references = person.Records.SelectMany(record => record.OtherIds)
            .Where(other => Find(other.Authority, domain) is { } authority && IsReferredTo(authority))
            .Select(other => new PatientId(Hl7Delimiters.Default.EscapeText(other.Id), other.Authority.UniversalId));
        return Of(person.Records.Select(record => record.Id).Concat(references), person.Epid, domain, authorities);
    }

    /// <summary>The EPID and ids in the domains asked for; all when there are none.</summary>
    internal static IReadOnlyList<PatientIdentifier> Of(
        IEnumerable<PatientId> ids, PatientId? epid, AffinityDomain domain, IReadOnlyCollection<string> authorities)
    {
        // A person has one EPID: an id of its authority that is another one leads to it.
        var enterprise = domain.EnterpriseAuthority.Oid;
        var all = (epid is null ? [] : (IEnumerable<PatientId>)[epid]).Concat(ids.Where(id => epid is null || id.Authority != enterprise));
        return [.. all.Where(id => authorities.Count == 0 || authorities.Contains(id.Authority)).Distinct()
            .GroupBy(id => id.Authority).SelectMany(group => group).Select(id => Identifier(id, domain)).OfType<PatientIdentifier>()];
    }

    /// <summary>The authorities of domains that a query asks for, and the positions, from 1, of those that are not known.</summary>
    internal static (HashSet<string> Known, List<int> Unknown) Resolve(IReadOnlyList<HierarchicDesignator> domains, AffinityDomain domain)
    {
        var (known, unknown) = (new HashSet<string>(StringComparer.Ordinal), new List<int>());
        for (var i = 0; i < domains.Count; i++)
        {
            if (Find(domains[i], domain) is { } authority) known.Add(authority.Oid);
            else unknown.Add(i + 1);
        }

        return (known, unknown);
    }

    /// <summary>Whether its identifiers stand beside those of records, and mostly have none of their own.</summary>
    internal static bool IsReferredTo(AssigningAuthority authority) =>
        authority.Kind is AuthorityKind.NationalId or AuthorityKind.HealthCard or AuthorityKind.Insurance;

    /// <summary>The authority of a designator, by OID or by namespace id.</summary>
    internal static AssigningAuthority? Find(HierarchicDesignator designator, AffinityDomain domain) =>
        domain.FindAuthority(designator.UniversalId.Length > 0 ? designator.UniversalId : designator.NamespaceId);

    // An authority that the affinity domain's file names no more cannot be told in full.
    static PatientIdentifier? Identifier(PatientId id, AffinityDomain domain) =>
        domain.FindAuthority(id.Authority) is { } authority ? new PatientIdentifier(Hl7Delimiters.Default.UnescapeText(id.Id), authority.Designator, "") : null;
}
