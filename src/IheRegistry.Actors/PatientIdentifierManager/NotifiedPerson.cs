using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>What a consumer is to know of a person.</summary>
/// <param name="Ids">The person's ids in the domains that the consumer wants, those of one domain behind each other.</param>
/// <param name="Identifiers">The same as a message carries them, in the same order.</param>
/// <param name="Demographics">What the person's latest feed said; HL7 V3 wants a name.</param>
public sealed record NotifiedPerson(
    IReadOnlyList<PatientId> Ids, IReadOnlyList<PatientIdentifier> Identifiers, PatientDemographics Demographics);
