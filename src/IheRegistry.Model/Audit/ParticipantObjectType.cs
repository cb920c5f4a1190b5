namespace IheRegistry.Model.Audit;

/// <summary>What kind of thing an object is: ParticipantObjectTypeCode (DICOM PS3.15 A.5.2.4).</summary>
public enum ParticipantObjectType
{
    /// <summary>1.</summary>
    Person = 1,

    /// <summary>2, a system object.</summary>
    SystemObject = 2,

    /// <summary>3.</summary>
    Organization = 3,

    /// <summary>4.</summary>
    Other = 4,
}
