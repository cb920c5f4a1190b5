namespace IheRegistry.Wire.EbXml;

/// <summary>What an answer splices into a fragment at a cut point. The numbers are stored: never renumber.</summary>
enum FragmentCut : byte
{
    /// <summary>Attributes of the object itself: status and home.</summary>
    ObjectAttributes = 1,

    /// <summary>versionName attribute.</summary>
    Version = 2,

    /// <summary>value attribute of the patientId.</summary>
    PatientId = 3,

    /// <summary>Text of Folder.lastUpdateTime.</summary>
    LastUpdateTime = 4,
}
