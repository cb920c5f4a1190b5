using System.Buffers;
using System.Text;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// Patterns of stored queries are SQL LIKE's: <c>%</c> and <c>_</c>, and no way to escape them (ITI TF-2 3.18.4.1.2.3.5). Comparison is
/// case-sensitive (ITI TF-2 Appendix F), which SQLite's LIKE is not, so patterns become those of its GLOB.
/// </summary>
static class LikePattern
{
    static readonly SearchValues<char> Special = SearchValues.Create("%_*?[");

    /// <summary>The GLOB pattern that matches the same texts.</summary>
    internal static string ToGlob(string pattern)
    {
        if (!pattern.AsSpan().ContainsAny(Special)) return pattern;
        var glob = new StringBuilder(pattern.Length + 8);
        foreach (var c in pattern)
        {
            _ = c switch
            {
                '%' => glob.Append('*'),
                '_' => glob.Append('?'),
                '*' or '?' or '[' => glob.Append('[').Append(c).Append(']'),
                _ => glob.Append(c),
            };
        }

        return glob.ToString();
    }

    /// <summary>What every text that matches the pattern begins with.</summary>
    internal static string Beginning(string pattern) => pattern.IndexOfAny(['%', '_']) is >= 0 and var end ? pattern[..end] : pattern;
}
