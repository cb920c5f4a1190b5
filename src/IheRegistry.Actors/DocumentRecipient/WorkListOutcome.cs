using IheRegistry.Model.Errors;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>What came of a person's decision on an item of the work list.</summary>
/// <param name="Kind">What.</param>
/// <param name="Errors">Why the registry refused it, or its warnings.</param>
public sealed record WorkListOutcome(WorkListOutcomeKind Kind, IReadOnlyCollection<RegistryError> Errors)
{
    internal static WorkListOutcome Of(WorkListOutcomeKind kind) => new(kind, []);
}

/// <summary>The kinds of <see cref="WorkListOutcome"/>.</summary>
public enum WorkListOutcomeKind
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>There is no such item.</summary>
    Missing,

    /// <summary>The item was decided before, otherwise.</summary>
    Decided,

    /// <summary>The registry refused it: it waits on.</summary>
    Refused,
}
