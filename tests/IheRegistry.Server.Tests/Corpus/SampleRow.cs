namespace IheRegistry.Server.Tests.Corpus;

/// <summary>A row of the table.</summary>
/// <param name="Sha256">The file's hash.</param>
/// <param name="File">Its folder and name.</param>
/// <param name="Form">What it holds: a body, an envelope, a whole HTTP message...</param>
/// <param name="Default">The outcome in the affinity domain that ships.</param>
/// <param name="Lenient">The outcome where the samples' authorities are known and codes are not checked.</param>
/// <param name="Reason">Why.</param>
sealed record SampleRow(string Sha256, string File, string Form, string Default, string Lenient, string Reason)
{
    /// <summary>The row without its reason and identity, for comparison.</summary>
    public string Outcomes => $"[{Form}] {Default} | {Lenient}";

    /// <summary>Reads a line.</summary>
    public static SampleRow Parse(string line) =>
        line.Split('\t') is [var sha256, var file, var form, var inDefault, var inLenient, var reason]
            ? new SampleRow(sha256, file, form, inDefault, inLenient, reason)
            : throw new FormatException($"Not a row of six columns: {line}");

    /// <summary>Writes a line.</summary>
    public override string ToString() => string.Join('\t', Sha256, File, Form, Default, Lenient, Reason);
}
