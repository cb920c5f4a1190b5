namespace IheRegistry.Model.Metadata;

/// <summary>availabilityStatus (ITI TF-3 4.2.3.2.2). The numbers are stored: never renumber.</summary>
public enum AvailabilityStatus
{
    /// <summary>Available for patient care.</summary>
    Approved = 1,

    /// <summary>Obsolete.</summary>
    Deprecated = 2,
}
