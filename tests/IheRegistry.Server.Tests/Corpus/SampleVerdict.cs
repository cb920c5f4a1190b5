namespace IheRegistry.Server.Tests.Corpus;

/// <summary>What became of a sample.</summary>
/// <param name="Outcome">
/// <c>taken</c>; <c>answered: CODE</c> where the request is sound and what it names is not known here; <c>refused: CODE</c>;
/// <c>not a request: ...</c>.
/// </param>
/// <param name="Findings">What the answer says, in full.</param>
/// <param name="Flaws">What is wrong with our own answer.</param>
sealed record SampleVerdict(string Outcome, IReadOnlyList<string> Findings, IReadOnlyList<string> Flaws)
{
    /// <summary>Taken without a word.</summary>
    public const string Taken = "taken";

    /// <summary>A file that is not sent.</summary>
    public static SampleVerdict NotRequest(string what, string reason) => new($"not a request: {what}", [reason], []);
}
