namespace IheRegistry.Store.WorkList;

/// <summary>What has become of an item of the work list. The numbers are stored: never renumber.</summary>
public enum WorkItemState
{
    /// <summary>It waits for a person.</summary>
    Waiting = 1,

    /// <summary>It was matched to a patient and registered.</summary>
    Registered = 2,

    /// <summary>It was rejected.</summary>
    Rejected = 3,
}
