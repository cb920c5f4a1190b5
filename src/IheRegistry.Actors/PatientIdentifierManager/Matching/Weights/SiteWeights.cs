using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>A site's own weights, as they are kept in a file.</summary>
/// <param name="Weights">The m and u probabilities.</param>
/// <param name="Names">Shares of names.</param>
public sealed record SiteWeights(MatchWeights Weights, NameFrequencies Names)
{
    /// <summary>The file's text.</summary>
    public string ToJson() => SiteWeightsJson.Write(this);

    /// <summary>Reads a file's text; the answer says what is wrong with it.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out SiteWeights? weights, [NotNullWhen(false)] out string? problem) =>
        SiteWeightsJson.TryRead(json, out weights, out problem);

    /// <summary>Settings with these weights.</summary>
    public MatchSettings In(MatchSettings settings) => settings with { Weights = Weights, Names = Names };
}
