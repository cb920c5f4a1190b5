using IheRegistry.Model.Json;

namespace IheRegistry.Model.AffinityDomains;

/// <summary>What came of reading an affinity domain file.</summary>
/// <param name="Domain">The domain; null when there are problems.</param>
/// <param name="Problems">Everything that is wrong, by line.</param>
public sealed record AffinityDomainReading(AffinityDomain? Domain, IReadOnlyList<JsonProblem> Problems);
