namespace IheRegistry.Model.Demographics.Queries;

/// <summary>The answer to a <see cref="PdqQuery"/> or <see cref="PdqContinuation"/>.</summary>
/// <param name="Outcome">How it ended.</param>
public sealed record PdqAnswer(PdqOutcome Outcome)
{
    /// <summary>The patients of this increment.</summary>
    public IReadOnlyList<PdqPatient> Patients { get; init; } = [];

    /// <summary>QAK-4, resultTotalQuantity: how many match altogether.</summary>
    public int Total { get; init; }

    /// <summary>QAK-6, resultRemainingQuantity: how many come behind this increment.</summary>
    public int Remaining { get; init; }

    /// <summary>DSC-1, with which the consumer gets the next increment; null when there is none. Opaque, of at most 180 characters of ASCII.</summary>
    public string? Pointer { get; init; }

    /// <summary>The positions, from 1, of domains that are not known.</summary>
    public IReadOnlyList<int> UnknownDomains { get; init; } = [];

    /// <summary>What the consumer may be told of an outcome that is an error; empty where there is nothing beyond its name.</summary>
    public string Explanation { get; init; } = "";

    /// <summary>The query that was gone on with; null for an answer to the query itself, or where none was found.</summary>
    public PdqQuery? Query { get; init; }
}
