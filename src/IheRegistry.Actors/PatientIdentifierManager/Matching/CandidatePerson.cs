namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>A person who may be the one a record is of.</summary>
/// <param name="Person">The person's row.</param>
/// <param name="Records">All the person's active records, not only those found by keys: one that differs in an identity number forbids a link.</param>
public sealed record CandidatePerson(long Person, IReadOnlyList<NormalisedPatient> Records);
