namespace IheRegistry.Model.AffinityDomains;

/// <summary>What a site has decided about the matching of patients; what it leaves open stays as the matching has it.</summary>
/// <param name="LinkThreshold">The score from which two records are linked without a person's decision.</param>
/// <param name="ReviewThreshold">The score from which a person is asked; below the other.</param>
/// <param name="StopList">Values that stand for none, such as 无名氏 or a clinic's own phone number: in no field do they speak for or against a match.</param>
/// <param name="WeightsFile">The file of weights that <c>matching estimate</c> has written, relative to the affinity domain file.</param>
public sealed record MatchingPolicy(double? LinkThreshold, double? ReviewThreshold, IReadOnlyList<string> StopList, string? WeightsFile)
{
    /// <summary>The site has decided nothing.</summary>
    public static MatchingPolicy Standard { get; } = new(null, null, [], null);
}
