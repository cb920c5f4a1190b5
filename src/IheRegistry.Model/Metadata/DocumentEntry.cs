using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Model.Metadata;

/// <summary>A DocumentEntry (ITI TF-3 4.2.3.2): the typed view of an ExtrinsicObject that has passed the rules.</summary>
public sealed record DocumentEntry
{
    RegistryObject? _source;

    /// <summary>entryUUID.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>logicalID: entryUUID of the first version.</summary>
    public required string LogicalId { get; init; }

    /// <summary>uniqueId of the document.</summary>
    public required string UniqueId { get; init; }

    /// <summary>patientId in the affinity domain.</summary>
    public required PatientId PatientId { get; init; }

    /// <summary>True for an on-demand entry.</summary>
    public bool OnDemand { get; init; }

    /// <summary>mimeType.</summary>
    public string MimeType { get; init; } = "";

    /// <summary>classCode.</summary>
    public Code? ClassCode { get; init; }

    /// <summary>typeCode.</summary>
    public Code? TypeCode { get; init; }

    /// <summary>formatCode.</summary>
    public Code? FormatCode { get; init; }

    /// <summary>healthcareFacilityTypeCode.</summary>
    public Code? HealthcareFacilityTypeCode { get; init; }

    /// <summary>practiceSettingCode.</summary>
    public Code? PracticeSettingCode { get; init; }

    /// <summary>confidentialityCode, one or more.</summary>
    public IReadOnlyList<Code> ConfidentialityCodes { get; init; } = [];

    /// <summary>eventCodeList.</summary>
    public IReadOnlyList<Code> EventCodes { get; init; } = [];

    /// <summary>authors.</summary>
    public IReadOnlyList<Author> Authors { get; init; } = [];

    /// <summary>title: the first localized string of Name.</summary>
    public string? Title { get; init; }

    /// <summary>comments: the first localized string of Description.</summary>
    public string? Comments { get; init; }

    /// <summary>creationTime (DTM, as sent).</summary>
    public string? CreationTime { get; init; }

    /// <summary>serviceStartTime (DTM, as sent).</summary>
    public string? ServiceStartTime { get; init; }

    /// <summary>serviceStopTime (DTM, as sent).</summary>
    public string? ServiceStopTime { get; init; }

    /// <summary>languageCode.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>legalAuthenticator (XCN).</summary>
    public string? LegalAuthenticator { get; init; }

    /// <summary>sourcePatientId (CX): the patient's identifier in the source's own domain.</summary>
    public string? SourcePatientId { get; init; }

    /// <summary>sourcePatientInfo: PID-n|content each.</summary>
    public IReadOnlyList<string> SourcePatientInfo { get; init; } = [];

    /// <summary>hash: SHA-1 in hexadecimal digits, as sent.</summary>
    public string? Hash { get; init; }

    /// <summary>size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>repositoryUniqueId.</summary>
    public string? RepositoryUniqueId { get; init; }

    /// <summary>URI; the pieces of a long one put together.</summary>
    public string? Uri { get; init; }

    /// <summary>homeCommunityId.</summary>
    public string? HomeCommunityId { get; init; }

    /// <summary>referenceIdList (CXi), as sent.</summary>
    public IReadOnlyList<string> ReferenceIds { get; init; } = [];

    /// <summary>documentAvailability Offline; Online otherwise.</summary>
    public bool Offline { get; init; }

    /// <summary>Extra metadata: slots of other systems, by names that begin with urn: (ITI TF-3 4.2.3.1.6).</summary>
    public IReadOnlyList<Slot> ExtraMetadata { get; init; } = [];

    /// <summary>The object as submitted, ids resolved; of one that was made here, the object that its attributes make.</summary>
    public RegistryObject Source
    {
        get => _source ??= this.ToEbrim();
        init => _source = value;
    }
}
