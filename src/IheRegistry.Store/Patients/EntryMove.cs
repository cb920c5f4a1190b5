using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>
/// Notify XAD-PID Link Change [ITI-64] (ITI TF-2 3.64.4.1.3): approved document entries whose sourcePatientId is the record's id go from
/// one patient id of the affinity domain to another.
/// </summary>
/// <param name="From">The previous XAD-PID.</param>
/// <param name="To">The new XAD-PID.</param>
public sealed record EntryMove(PatientId From, PatientId To);
