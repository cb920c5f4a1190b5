namespace IheRegistry.Model.Demographics.Queries;

/// <summary>A patient of the answer to a demographics query: the best that the records of one person say together.</summary>
/// <param name="Identifiers">PID-3: the person's identifiers of the domains asked for, each with the namespace id and the OID of its domain.</param>
/// <param name="Demographics">The rest of PID.</param>
/// <param name="MatchPercent">How well it matches, 1 to 100: QRI-1 as a part of 1, V3's queryMatchObservation.</param>
public sealed record PdqPatient(IReadOnlyList<PatientIdentifier> Identifiers, PatientDemographics Demographics, int MatchPercent)
{
    /// <summary>PV1, of the answer to ITI-22 only.</summary>
    public PatientVisit? Visit { get; init; }
}
