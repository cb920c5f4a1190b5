using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Hands synthetic records to the matching engine as the manager hands it its own.</summary>
public static class Facts
{
    public static PatientFacts Of(SyntheticRecord record) =>
        new(Known(record.Id), record.Demographics, [.. record.OtherIds.Select(Known)], [.. record.MothersIds.Select(Known)]);

    static KnownIdentifier Known(SyntheticIdentifier id) => new(id.Id, id.Authority, id.Kind, id.IsTrusted);
}
