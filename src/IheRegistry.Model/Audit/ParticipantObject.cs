using System.Collections.Immutable;

namespace IheRegistry.Model.Audit;

/// <summary>Something that was acted on: ParticipantObjectIdentification (DICOM PS3.15 A.5.2.4).</summary>
/// <param name="IdTypeCode">What <see cref="Id"/> identifies.</param>
public sealed record ParticipantObject(AuditCode IdTypeCode)
{
    /// <summary>The id; IHE's schema allows an object whose id is not known.</summary>
    public string? Id { get; init; }

    /// <summary>Person, system object, organization or other.</summary>
    public ParticipantObjectType? Type { get; init; }

    /// <summary>The part it plays.</summary>
    public ParticipantObjectRole? Role { get; init; }

    /// <summary>What becomes of it.</summary>
    public ParticipantObjectLifeCycle? LifeCycle { get; init; }

    /// <summary>The sensitivity, such as a document's confidentialityCode.</summary>
    public string? Sensitivity { get; init; }

    /// <summary>The name. The schema has either this or <see cref="Query"/>; a message with a query leaves the name out.</summary>
    public string? Name { get; init; }

    /// <summary>The query as it was received; the message carries it in base64.</summary>
    public ReadOnlyMemory<byte>? Query { get; init; }

    /// <summary>Named values.</summary>
    public ImmutableArray<ParticipantObjectDetail> Details { get; init; } = [];
}
