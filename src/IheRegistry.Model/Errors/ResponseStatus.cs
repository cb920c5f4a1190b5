namespace IheRegistry.Model.Errors;

/// <summary>Status of a response (ITI TF-3 4.2.4.2).</summary>
public enum ResponseStatus
{
    /// <summary>Everything was done; there may be warnings.</summary>
    Success,

    /// <summary>Nothing was done.</summary>
    Failure,

    /// <summary>A part was done.</summary>
    PartialSuccess,
}
