using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>What a site may set about matching.</summary>
public sealed record MatchSettings
{
    /// <summary>The settings of a site that sets nothing.</summary>
    public static MatchSettings Default { get; } = new();

    /// <summary>
    /// Bits of evidence from which two records are one person. Among ten million residents it takes 23 bits to point at one, and ten more to
    /// be right in 999 of 1000 cases.
    /// </summary>
    public double LinkThreshold { get; init; } = 34;

    /// <summary>Bits of evidence from which a steward is asked.</summary>
    public double ReviewThreshold { get; init; } = 22;

    /// <summary>By how many bits the best person must lead the second to be linked without a steward.</summary>
    public double Lead { get; init; } = 6;

    /// <summary>Persons put before the steward for one record; how many more there were is told.</summary>
    public int MostReviews { get; init; } = 10;

    /// <summary>The m and u probabilities.</summary>
    public MatchWeights Weights { get; init; } = MatchWeights.Default;

    /// <summary>Shares of names.</summary>
    public NameFrequencies Names { get; init; } = NameFrequencies.Default;

    /// <summary>Values that say nothing.</summary>
    public StopList StopList { get; init; } = StopList.Default;
}
