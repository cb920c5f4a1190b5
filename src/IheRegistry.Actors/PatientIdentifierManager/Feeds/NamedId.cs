using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>An identifier of a message whose authority the affinity domain knows.</summary>
/// <param name="Id">With the authority's OID, in the canonical escaped form.</param>
/// <param name="Authority">What the domain says of its authority.</param>
sealed record NamedId(PatientId Id, AssigningAuthority Authority);
