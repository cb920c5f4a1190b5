namespace IheRegistry.Model.AffinityDomains;

/// <summary>The metadata attributes whose codes an affinity domain defines (ITI TF-3 tables 4.2.3.2-1, 4.2.3.3-1 and 4.2.3.4-1).</summary>
public enum CodedAttribute
{
    /// <summary>DocumentEntry.classCode.</summary>
    ClassCode,

    /// <summary>DocumentEntry.typeCode.</summary>
    TypeCode,

    /// <summary>DocumentEntry.formatCode.</summary>
    FormatCode,

    /// <summary>DocumentEntry.confidentialityCode.</summary>
    ConfidentialityCode,

    /// <summary>DocumentEntry.healthcareFacilityTypeCode.</summary>
    HealthcareFacilityTypeCode,

    /// <summary>DocumentEntry.practiceSettingCode.</summary>
    PracticeSettingCode,

    /// <summary>DocumentEntry.eventCodeList.</summary>
    EventCodeList,

    /// <summary>SubmissionSet.contentTypeCode.</summary>
    ContentTypeCode,

    /// <summary>Folder.codeList.</summary>
    FolderCodeList,

    /// <summary>The documentation of an association (ITI TF-3 4.2.2.2).</summary>
    AssociationDocumentation,
}
