namespace IheRegistry.Model.Audit;

/// <summary>How a transaction ended, as far as its audit is concerned.</summary>
public readonly record struct AuditOutcome
{
    AuditOutcome(bool succeeded, bool failed, string? description) => (Succeeded, Failed, Description) = (succeeded, failed, description);

    /// <summary>All that was asked was done.</summary>
    public static AuditOutcome Success { get; } = new(succeeded: true, failed: false, description: null);

    /// <summary>Whether a success is to be recorded.</summary>
    public bool Succeeded { get; }

    /// <summary>Whether a failure is to be recorded.</summary>
    public bool Failed { get; }

    /// <summary>What failed.</summary>
    public string? Description { get; }

    /// <summary>Some was done and some failed: both a success and a failure are recorded (ITI TF-2 3.18.5.1, 3.43.6.1).</summary>
    /// <param name="description">What failed: the error codes, nothing internal.</param>
    public static AuditOutcome PartialSuccess(string? description) => new(succeeded: true, failed: true, description);

    /// <summary>Nothing was done.</summary>
    /// <param name="description">What failed: the error codes, nothing internal.</param>
    public static AuditOutcome Failure(string? description) => new(succeeded: false, failed: true, description);
}
