namespace IheRegistry.Store.Patients;

/// <summary>Where a review item stands. The numbers are stored: never renumber.</summary>
public enum ReviewState
{
    /// <summary>It waits for a steward.</summary>
    Waiting = 1,

    /// <summary>It is one person.</summary>
    Linked = 2,

    /// <summary>It is not.</summary>
    Rejected = 3,

    /// <summary>It was taken note of, or has become void.</summary>
    Closed = 4,
}
