namespace IheRegistry.Store.Registry;

/// <summary>What the registry knows of a patient id (ITI TF-2 3.8, 3.42.4.1.3.3).</summary>
public enum PatientState
{
    /// <summary>Never fed.</summary>
    Unknown,

    /// <summary>Fed, and not merged into another.</summary>
    Known,

    /// <summary>Merged into another by ADT^A40: no new submissions, no results.</summary>
    Subsumed,
}
