using System.Security;
using System.Text.RegularExpressions;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>The <c>$name$</c> and <c>{NAME}</c> of templates.</summary>
static partial class Placeholders
{
    /// <summary>Whether a text has any.</summary>
    public static bool AreIn(string text) => Placeholder().IsMatch(text);

    /// <summary>The text with values for them.</summary>
    public static string Replace(string text, Func<string, string> valueOf) =>
        Placeholder().Replace(text, match => SecurityElement.Escape(valueOf(match.Value.Trim('$', '{', '}'))).Replace("&apos;", "'", StringComparison.Ordinal));

    // Some lack the dollar sign at the end.
    [GeneratedRegex(@"(?<=(?:source|target)Object="")\$[A-Za-z_]+(?="")|\$[A-Za-z_0-9]+\$|\{([A-Z]+_[A-Z_]+|PID|[A-Z][A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
