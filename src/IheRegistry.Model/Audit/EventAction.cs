namespace IheRegistry.Model.Audit;

/// <summary>What was done: EventActionCode (DICOM PS3.15 A.5.2.1).</summary>
public enum EventAction
{
    /// <summary>C.</summary>
    Create,

    /// <summary>R.</summary>
    Read,

    /// <summary>U.</summary>
    Update,

    /// <summary>D.</summary>
    Delete,

    /// <summary>E: a system or application function such as a query.</summary>
    Execute,
}
