namespace IheRegistry.Store.Patients;

/// <summary>Records that share an indexed key with what is looked for.</summary>
/// <param name="Records">The records, each once, oldest first; none that is subsumed.</param>
/// <param name="CappedKeys">Keys that more records share than were asked for: of these the oldest were taken.</param>
public sealed record CandidateRecords(IReadOnlyList<PatientRecord> Records, IReadOnlyList<long> CappedKeys);
