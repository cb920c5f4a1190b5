using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What a feed message means to the registry (ITI TF-2 3.8.4.1.4 and 3.8.4.2.4).</summary>
/// <param name="Patients">The patient ids that the message is about.</param>
/// <param name="Added">Those that become known.</param>
/// <param name="Merges">Pairs of a subsumed and a surviving id, with the number of the pair in the message.</param>
sealed record PatientChanges(
    IReadOnlyList<PatientId> Patients,
    IReadOnlyList<PatientId> Added,
    IReadOnlyList<(PatientId Subsumed, PatientId Surviving, int Pair)> Merges)
{
    const string Update = "A08";

    internal static PatientChanges Of(PatientFeedMessage feed, AffinityDomain domain, List<Hl7Problem> problems)
    {
        // Demographics are nothing to a registry: it ignores an update, whoever it is about.
        if (feed.Event.Code == Update) return new PatientChanges(Named(feed, domain, []), [], []);
        return feed.Event.Kind == PatientFeedKind.Merge ? OfMerge(feed, domain, problems) : OfPatients(Named(feed, domain, problems));
    }

    static PatientChanges OfPatients(List<PatientId> patients) => new(patients, patients, []);

    // A merge makes nobody known: both ids must be known already.
    static PatientChanges OfMerge(PatientFeedMessage feed, AffinityDomain domain, List<Hl7Problem> problems)
    {
        var patients = new List<PatientId>();
        var merges = new List<(PatientId, PatientId, int)>();
        for (var i = 0; i < feed.Patients.Count; i++)
        {
            var surviving = Registrable(feed.Patients[i].Identifiers, domain, "PID", 3, i + 1, problems);
            var subsumed = Registrable(feed.Patients[i].PriorIdentifiers, domain, "MRG", 1, i + 1, problems);
            patients.AddRange(surviving);
            AddMerges(subsumed, surviving, i + 1, merges, problems);
        }

        return new PatientChanges(patients, [], merges);
    }

    static List<PatientId> Named(PatientFeedMessage feed, AffinityDomain domain, List<Hl7Problem> problems)
    {
        var patients = new List<PatientId>();
        for (var i = 0; i < feed.Patients.Count; i++)
            patients.AddRange(Registrable(feed.Patients[i].Identifiers, domain, "PID", 3, i + 1, problems));
        return patients;
    }

    static void AddMerges(
        List<PatientId> subsumed, List<PatientId> surviving, int pair, List<(PatientId, PatientId, int)> merges, List<Hl7Problem> problems)
    {
        foreach (var id in subsumed)
        {
            var survivor = surviving.Find(candidate => candidate.Authority == id.Authority);
            if (survivor is null)
                problems.Add(Iti8PatientIdentityFeed.Problem("PID", pair, 3, Hl7ErrorCode.UnknownKeyIdentifier, "No surviving id is of the subsumed id's assigning authority"));
            else if (survivor == id)
                problems.Add(Iti8PatientIdentityFeed.Problem("MRG", pair, 1, Hl7ErrorCode.DataTypeError, "The subsumed and the surviving id are the same"));
            else
                merges.Add((id, survivor, pair));
        }
    }

    static List<PatientId> Registrable(
        IReadOnlyList<PatientIdentifier> identifiers, AffinityDomain domain, string segment, int field, int occurrence, List<Hl7Problem> problems)
    {
        var ids = new List<PatientId>();
        foreach (var identifier in identifiers)
        {
            if (AuthorityOf(identifier.Authority, domain) is not { } authority) continue;
            // Metadata carry the id in a CX, where HL7's own separators are escaped.
            var id = Hl7Delimiters.Default.EscapeText(identifier.Id);
            if (id.Length > PatientId.MaxIdLength)
                problems.Add(Iti8PatientIdentityFeed.Problem(segment, occurrence, field, Hl7ErrorCode.DataTypeError, "The id is too long"));
            else
                ids.Add(new PatientId(id, authority));
        }

        // A local id alone belongs to the PIX Manager, not to a registry: its sender must learn that nothing was registered.
        if (ids.Count == 0 && problems.Count == 0)
        {
            problems.Add(Iti8PatientIdentityFeed.Problem(
                segment, occurrence, field, Hl7ErrorCode.UnknownKeyIdentifier, "No identifier is of a patient identification domain of this affinity domain"));
        }

        return ids;
    }

    // By OID or by namespace; where both are given, they name the same authority (ITI TF-2 3.8.4.1.2.3), so the OID is enough.
    static string? AuthorityOf(HierarchicDesignator designator, AffinityDomain domain)
    {
        var authority = domain.FindAuthority(designator.UniversalId.Length > 0 ? designator.UniversalId : designator.NamespaceId);
        return authority is { IsPatientIdDomain: true } ? authority.Oid : null;
    }
}
