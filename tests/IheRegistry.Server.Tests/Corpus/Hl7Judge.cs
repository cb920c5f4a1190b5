using System.Text.RegularExpressions;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>Turns an acknowledgement, or the answer to a query, into a verdict.</summary>
static partial class Hl7Judge
{
    // The message is sound; the id that it names is not one of this domain's, or not there.
    const string UnknownKeyIdentifier = "204";

    /// <summary>The verdict on an acknowledgement: its code and those of table 0357 that its errors carry.</summary>
    public static SampleVerdict Judge(string acknowledgement)
    {
        if (acknowledgement.Length == 0) return new SampleVerdict("no answer asked for", [], []);
        var segments = acknowledgement.Split('\r', StringSplitOptions.RemoveEmptyEntries);
        var result = segments.First(segment => segment.StartsWith("MSA", StringComparison.Ordinal)).Split(segments[0][3]);
        if (result[1] == "AA") return new SampleVerdict(SampleVerdict.Taken, [], []);
        var codes = ErrorCode().Matches(acknowledgement).Select(match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal).ToList();
        var verb = codes is [UnknownKeyIdentifier] ? "answered" : "refused";
        return new SampleVerdict($"{verb}: {result[1]} {string.Join(' ', codes)}".TrimEnd(), [result.ElementAtOrDefault(3) ?? ""], []);
    }

    // As ERR-3 or, before HL7 2.5, as subcomponents within ERR-1.
    [GeneratedRegex(@"(\d{3})[&^][^&^|]*[&^]HL70357")]
    private static partial Regex ErrorCode();
}
