using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>Who the ledger holds for one person: a set of records under one enterprise patient id.</summary>
/// <param name="Row">Its row; that of the surviving person where others were merged into it.</param>
/// <param name="Epid">Its id in the affinity domain's enterprise authority; null where the domain names none.</param>
/// <param name="Records">The records that are its own and not subsumed, oldest first.</param>
/// <param name="Subsumed">Ids that lead to it and are no longer used: of subsumed records, and EPIDs of persons merged into it.</param>
public sealed record Person(long Row, PatientId? Epid, IReadOnlyList<PatientRecord> Records, IReadOnlyList<PatientId> Subsumed);
