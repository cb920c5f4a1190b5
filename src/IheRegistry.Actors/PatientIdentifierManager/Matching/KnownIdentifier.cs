using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>An identifier with what the affinity domain says of its authority.</summary>
/// <param name="Id">CX.1, HL7 escapes resolved.</param>
/// <param name="Authority">The authority's OID, or empty where the message names none.</param>
/// <param name="Kind">What kind of identifiers the authority gives out.</param>
/// <param name="IsTrusted">True when records that agree in an identifier of this authority may be linked without a steward.</param>
public sealed record KnownIdentifier(string Id, string Authority, AuthorityKind Kind, bool IsTrusted);
