using IheRegistry.Actors.PatientIdentifierManager.Golden;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>A person as a steward sees it.</summary>
/// <param name="Person">The person with its records.</param>
/// <param name="Golden">The best that they say together, with sources.</param>
public sealed record PersonView(Person Person, GoldenRecord Golden);
