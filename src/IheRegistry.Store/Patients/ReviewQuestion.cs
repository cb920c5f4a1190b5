using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>A question for a steward.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Record">The record that it is about.</param>
/// <param name="Persons">The rows of the persons that are concerned beside the record's own.</param>
/// <param name="At">When it arose.</param>
/// <param name="Explanation">The reasons as JSON, opaque to the store.</param>
public sealed record ReviewQuestion(ReviewKind Kind, PatientId Record, IReadOnlyList<long> Persons, DateTimeOffset At, string Explanation);
