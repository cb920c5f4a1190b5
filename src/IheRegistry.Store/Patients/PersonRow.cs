using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>The derived state of a person.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Merged">The person it was merged into.</param>
/// <param name="Survivor">The person that stands for it; itself where it was not merged.</param>
/// <param name="Epid">Its EPID.</param>
sealed record PersonRow(long Row, long? Merged, long Survivor, PatientId? Epid);
