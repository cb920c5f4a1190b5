namespace IheRegistry.Model.Audit;

/// <summary>What becomes of an object: ParticipantObjectDataLifeCycle (DICOM PS3.15 A.5.2.4), with the standard's numbers.</summary>
public enum ParticipantObjectLifeCycle
{
    /// <summary>1: origination or creation.</summary>
    Origination = 1,

    /// <summary>2: import or copy from its original.</summary>
    Import = 2,

    /// <summary>3.</summary>
    Amendment = 3,

    /// <summary>4.</summary>
    Verification = 4,

    /// <summary>5.</summary>
    Translation = 5,

    /// <summary>6: access or use.</summary>
    Access = 6,

    /// <summary>7.</summary>
    Deidentification = 7,

    /// <summary>8: aggregation, summarization, derivation.</summary>
    Aggregation = 8,

    /// <summary>9.</summary>
    Report = 9,

    /// <summary>10: export or copy to a target.</summary>
    Export = 10,

    /// <summary>11.</summary>
    Disclosure = 11,

    /// <summary>12.</summary>
    ReceiptOfDisclosure = 12,

    /// <summary>13.</summary>
    Archiving = 13,

    /// <summary>14.</summary>
    LogicalDeletion = 14,

    /// <summary>15: permanent erasure or physical destruction.</summary>
    PermanentErasure = 15,
}
