namespace IheRegistry.Server.Options;

/// <summary>What came of reading the options.</summary>
/// <param name="Options">The options; null when there are problems.</param>
/// <param name="Problems">Everything that is wrong, not only the first.</param>
/// <param name="Notices">What was not taken but stops nothing.</param>
/// <param name="Report">One line an option with value and origin, secrets masked, to print at start.</param>
public sealed record OptionsResolution(
    ServerOptions? Options,
    IReadOnlyList<OptionProblem> Problems,
    IReadOnlyList<string> Notices,
    IReadOnlyList<string> Report);
