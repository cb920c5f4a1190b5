namespace IheRegistry.Benchmarks.Ratio;

/// <summary>How it is measured.</summary>
/// <param name="Only">The goals; empty for all.</param>
/// <param name="Seconds">How long each side of each round is loaded.</param>
/// <param name="Rounds">How often both sides are measured.</param>
/// <param name="Documents">Documents in the registry.</param>
/// <param name="LargeDocuments">Documents in the large registry of P15.</param>
/// <param name="Persons">Persons known to the smaller server of the goals about patients.</param>
/// <param name="LargePersons">Persons known to the larger one.</param>
/// <param name="Work">The folder of all files; null makes one that is removed at the end.</param>
/// <param name="Json">Where the figures are written too.</param>
sealed record RatioOptions(
    IReadOnlyList<string> Only, double Seconds, int Rounds, int Documents, int LargeDocuments, int Persons, int LargePersons, string? Work, string? Json)
{
    internal TimeSpan Time => TimeSpan.FromSeconds(Seconds);

    /// <summary>The just-in-time compiler has done with a path after some thirty calls and some hundred milliseconds in the background.</summary>
    internal TimeSpan WarmUp => TimeSpan.FromSeconds(Math.Max(3, Seconds));
}
