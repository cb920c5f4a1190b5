using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>An id that leads to another one.</summary>
public sealed record MergedIds(PatientId Subsumed, PatientId Surviving);
