namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>What becomes of a record, and why: kept with the event it leads to.</summary>
public sealed record MatchDecision
{
    /// <summary>What becomes of the record.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>The rule that decided.</summary>
    public required MatchRule Rule { get; init; }

    /// <summary>The person it is linked to; null unless <see cref="Outcome"/> is <see cref="MatchOutcome.Link"/>.</summary>
    public long? Person { get; init; }

    /// <summary>
    /// With a link: those of <see cref="Reviews"/> that the record shows to be the same person as <see cref="Person"/>, with nothing between them that
    /// speaks against it. They may be joined without a steward, unless one has kept the two persons apart.
    /// </summary>
    public IReadOnlyList<long> Joins { get; init; } = [];

    /// <summary>Persons that a steward should compare with the record, the likeliest first; with a link too, when another may be the same person.</summary>
    public IReadOnlyList<long> Reviews { get; init; } = [];

    /// <summary>Persons likely enough for review beyond <see cref="MatchSettings.MostReviews"/>.</summary>
    public int FurtherReviews { get; init; }

    /// <summary>The person who is the record's mother, where the record names her and she is known.</summary>
    public long? Mother { get; init; }

    /// <summary>The persons compared, the likeliest first; of many, the first few.</summary>
    public IReadOnlyList<PersonComparison> Compared { get; init; } = [];

    /// <summary>How many persons were compared.</summary>
    public int ComparedPersons { get; init; }

    /// <summary>What was remarkable about the record.</summary>
    public IReadOnlyList<MatchFlag> Flags { get; init; } = [];

    /// <summary>Keys under which more records were found than are compared.</summary>
    public IReadOnlyList<BlockingKeyKind> CappedKeys { get; init; } = [];

    /// <summary>The threshold for linking as it was.</summary>
    public double LinkThreshold { get; init; }

    /// <summary>The threshold for review as it was.</summary>
    public double ReviewThreshold { get; init; }

    /// <summary>The explanation as JSON; docs/matching.md says how to read it.</summary>
    public string ToJson() => MatchDecisionJson.Write(this);
}
