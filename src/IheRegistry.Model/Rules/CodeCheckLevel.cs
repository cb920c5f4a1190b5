namespace IheRegistry.Model.Rules;

/// <summary>What happens to a code or mimeType that the affinity domain does not list.</summary>
public enum CodeCheckLevel
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>It is taken, and the answer carries a warning.</summary>
    Warn,

    /// <summary>The submission is refused.</summary>
    Reject,
}
