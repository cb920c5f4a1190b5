using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>The derived state of a record.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">Its id.</param>
/// <param name="Domain">The row of its domain.</param>
/// <param name="Person">Whose it is.</param>
/// <param name="Member">Where it was last put.</param>
/// <param name="Subsumed">The record that subsumed it.</param>
/// <param name="Content">The feed that holds what it says; null for a record all of whose feeds were undone.</param>
sealed record RecordRow(long Row, PatientId Id, long Domain, long? Person, long? Member, long? Subsumed, long? Content);
