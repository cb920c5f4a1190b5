using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata;

/// <summary>A DocumentEntry (ITI TF-3 4.2.3.2): the typed view of an ExtrinsicObject that has passed the rules.</summary>
public sealed record DocumentEntry
{
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

    /// <summary>creationTime (DTM, as sent).</summary>
    public string? CreationTime { get; init; }

    /// <summary>serviceStartTime (DTM, as sent).</summary>
    public string? ServiceStartTime { get; init; }

    /// <summary>serviceStopTime (DTM, as sent).</summary>
    public string? ServiceStopTime { get; init; }

    /// <summary>languageCode.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>hash: SHA-1 in hexadecimal digits, as sent.</summary>
    public string? Hash { get; init; }

    /// <summary>size in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>repositoryUniqueId.</summary>
    public string? RepositoryUniqueId { get; init; }

    /// <summary>referenceIdList (CXi), as sent.</summary>
    public IReadOnlyList<string> ReferenceIds { get; init; } = [];

    /// <summary>documentAvailability Offline; Online otherwise.</summary>
    public bool Offline { get; init; }

    /// <summary>The object as submitted, ids resolved.</summary>
    public required RegistryObject Source { get; init; }
}
