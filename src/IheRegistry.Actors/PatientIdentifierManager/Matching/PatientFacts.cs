using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>What one identifier domain says of a patient: that which is matched.</summary>
/// <param name="Id">The record's own identifier.</param>
/// <param name="Demographics">The record's demographics as of its latest feed.</param>
/// <param name="OtherIds">Identifiers of other domains that the record names.</param>
/// <param name="MothersIds">PID-21 with its authorities resolved.</param>
public sealed record PatientFacts(
    KnownIdentifier Id, PatientDemographics Demographics, IReadOnlyList<KnownIdentifier> OtherIds, IReadOnlyList<KnownIdentifier> MothersIds);
