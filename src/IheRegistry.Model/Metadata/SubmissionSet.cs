using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata;

/// <summary>A SubmissionSet (ITI TF-3 4.2.3.3).</summary>
public sealed record SubmissionSet
{
    /// <summary>entryUUID.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>uniqueId.</summary>
    public required string UniqueId { get; init; }

    /// <summary>sourceId: OID of the submitting system.</summary>
    public required string SourceId { get; init; }

    /// <summary>patientId in the affinity domain.</summary>
    public required PatientId PatientId { get; init; }

    /// <summary>submissionTime (DTM, as sent).</summary>
    public required string SubmissionTime { get; init; }

    /// <summary>contentTypeCode.</summary>
    public Code? ContentTypeCode { get; init; }

    /// <summary>authors.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>The object as submitted, ids resolved.</summary>
    public required RegistryObject Source { get; init; }
}
