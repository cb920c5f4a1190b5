using IheRegistry.Model.Demographics;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>What an institution knows of a person that does not exist.</summary>
/// <param name="Truth">Who it is; -1 for one of whom nobody knows.</param>
/// <param name="Id">The institution's own identifier.</param>
/// <param name="Demographics">As sent.</param>
/// <param name="OtherIds">Cards and numbers shown.</param>
/// <param name="MothersIds">The mother's, for newborns.</param>
public sealed record SyntheticRecord(
    int Truth,
    SyntheticIdentifier Id,
    PatientDemographics Demographics,
    IReadOnlyList<SyntheticIdentifier> OtherIds,
    IReadOnlyList<SyntheticIdentifier> MothersIds);
