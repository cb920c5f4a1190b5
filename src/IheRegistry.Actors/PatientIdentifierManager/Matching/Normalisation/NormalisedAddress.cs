namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>An address in segments, each without the word that says what it is; empty where not known.</summary>
/// <param name="Region">Province or state.</param>
/// <param name="City">City, 市.</param>
/// <param name="District">District or county, 区 or 县.</param>
/// <param name="Street">Road, or village where there is none.</param>
/// <param name="Number">The house's number.</param>
/// <param name="Unit">Numbers of building, entrance and flat, joined by hyphens.</param>
/// <param name="PostalCode">Letters and digits.</param>
sealed record NormalisedAddress(string Region, string City, string District, string Street, string Number, string Unit, string PostalCode);
