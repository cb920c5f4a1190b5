using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Golden;

/// <summary>Where a value of a golden record comes from.</summary>
/// <param name="Field">The field: a property of the demographics, or Visit.</param>
/// <param name="Record">The record that says it.</param>
/// <param name="Source">Facility and application that fed it.</param>
/// <param name="At">When the record was last fed.</param>
public sealed record FieldSource(string Field, PatientId Record, string Source, DateTimeOffset At);
