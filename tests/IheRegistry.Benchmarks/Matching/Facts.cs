using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Tests.Shared.Populations;

namespace IheRegistry.Benchmarks.Matching;

/// <summary>Hands synthetic records to the matching engine as the manager hands it its own.</summary>
static class Facts
{
    public static PatientFacts Of(SyntheticRecord record) =>
        new(Known(record.Id), record.Demographics, [.. record.OtherIds.Select(Known)], [.. record.MothersIds.Select(Known)]);

    static KnownIdentifier Known(SyntheticIdentifier id) => new(id.Id, id.Authority, id.Kind, id.IsTrusted);
}
