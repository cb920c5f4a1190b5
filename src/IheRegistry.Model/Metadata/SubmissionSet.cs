using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Model.Metadata;

/// <summary>A SubmissionSet (ITI TF-3 4.2.3.3).</summary>
public sealed record SubmissionSet
{
    RegistryObject? _source;

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

    /// <summary>intendedRecipient: XON|XCN|XTN each.</summary>
    public IReadOnlyList<string> IntendedRecipients { get; init; } = [];

    /// <summary>title: the first localized string of Name.</summary>
    public string? Title { get; init; }

    /// <summary>comments: the first localized string of Description.</summary>
    public string? Comments { get; init; }

    /// <summary>homeCommunityId.</summary>
    public string? HomeCommunityId { get; init; }

    /// <summary>Extra metadata: slots of other systems, by names that begin with urn: (ITI TF-3 4.2.3.1.6).</summary>
    public IReadOnlyList<Slot> ExtraMetadata { get; init; } = [];

    /// <summary>The object as submitted, ids resolved; of one that was made here, the object that its attributes make.</summary>
    public RegistryObject Source
    {
        get => _source ??= this.ToEbrim();
        init => _source = value;
    }
}
