using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>The ids of one person, as a PIX query asks for them: without demographics.</summary>
/// <param name="Person">The person's row.</param>
/// <param name="Epid">The person's EPID; null where the affinity domain names no enterprise authority.</param>
/// <param name="IsSubsumed">The id asked for was merged into another: it is not used any more.</param>
/// <param name="Ids">The ids of the person's records that are not subsumed, the one asked for among them, oldest first.</param>
public sealed record CrossReference(long Person, PatientId? Epid, bool IsSubsumed, IReadOnlyList<PatientId> Ids);
