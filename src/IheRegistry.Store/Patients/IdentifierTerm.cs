using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>An identifier that is searched for: of a record, or an EPID.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="IsPrefix">Whatever begins with it is found.</param>
public readonly record struct IdentifierTerm(PatientId Id, bool IsPrefix);
