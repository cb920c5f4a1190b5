using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Model.Audit;

/// <summary>How a transaction ended, as far as its audit is concerned: what of it succeeded, what failed, or both.</summary>
public readonly record struct AuditOutcome
{
    readonly bool _nothingDone;

    AuditOutcome(bool nothingDone, string description) => (_nothingDone, Description) = (nothingDone, description);

    /// <summary>All that was asked was done.</summary>
    public static AuditOutcome Success => default;

    /// <summary>Whether a success is to be recorded.</summary>
    public bool Succeeded => !_nothingDone;

    /// <summary>Whether a failure is to be recorded.</summary>
    [MemberNotNullWhen(true, nameof(Description))]
    public bool Failed => Description is not null;

    /// <summary>What failed.</summary>
    public string? Description { get; }

    /// <summary>Some was done and some failed: both a success and a failure are recorded (ITI TF-2 3.18.5.1, 3.43.6.1).</summary>
    /// <param name="description">What failed: the error codes, nothing internal.</param>
    public static AuditOutcome PartialSuccess(string description) => new(nothingDone: false, description);

    /// <summary>Nothing was done.</summary>
    /// <param name="description">What failed: the error codes, nothing internal.</param>
    public static AuditOutcome Failure(string description) => new(nothingDone: true, description);
}
