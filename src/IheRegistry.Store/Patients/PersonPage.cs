namespace IheRegistry.Store.Patients;

/// <summary>A page of a search for persons.</summary>
/// <param name="Outcome">Whether it was searched.</param>
/// <param name="Persons">The persons, each once, in the order in which they became known.</param>
/// <param name="HasMore">There are more after the last of these.</param>
public sealed record PersonPage(SearchOutcome Outcome, IReadOnlyList<Person> Persons, bool HasMore);
