namespace IheRegistry.Model.AffinityDomains;

/// <summary>A Patient Identifier Cross-reference Consumer that is told of changes (ITI-10, ITI-46).</summary>
/// <param name="Name">The short name by which the outbox and the log know it.</param>
/// <param name="Address">Where it listens: <c>mllp://host:port</c> for HL7 version 2 (ITI-10), an http or https URL for HL7 V3 (ITI-46).</param>
/// <param name="Application">The receiving application (MSH-5); for V3 the OID of the receiving device.</param>
/// <param name="Facility">The receiving facility (MSH-6); for V3 the OID of its organization, where it is told.</param>
/// <param name="Domains">The OIDs of the domains whose identifiers it is told; empty for all (ITI TF-2 3.10.4.1.2).</param>
public sealed record UpdateConsumer(string Name, Uri Address, string Application, string? Facility, IReadOnlyList<string> Domains)
{
    /// <summary>The scheme of an address that takes HL7 version 2 over MLLP.</summary>
    public const string Mllp = "mllp";

    /// <summary>Most connections, and so persons that it is told of at once, that a file can ask for.</summary>
    public const int MaxConnections = 16;

    /// <summary>
    /// How many persons it is told of at once, each on a connection of its own. One where the file does not say: many MLLP listeners serve one
    /// connection after the other, and one that waits for the end of another looks like a consumer that does not answer.
    /// </summary>
    public int Connections { get; init; } = 1;

    /// <summary>Whether it takes HL7 version 2 (ITI-10); else HL7 V3 (ITI-46).</summary>
    public bool IsVersion2 => Address.Scheme == Mllp;

    /// <summary>Whether it wants to know the identifiers of a domain.</summary>
    /// <param name="oid">The domain's OID.</param>
    /// <returns>True when it does.</returns>
    public bool IsInterestedIn(string oid) => Domains.Count == 0 || Domains.Contains(oid, StringComparer.Ordinal);
}
