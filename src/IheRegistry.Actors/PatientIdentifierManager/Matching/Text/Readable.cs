using System.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>A text in Latin letters, in as many ways as its Han characters can be read.</summary>
static class Readable
{
    /// <summary>Ways kept: two 多音字 of two readings each; more say little and cost comparisons and keys.</summary>
    const int MostWays = 4;

    public static IReadOnlyList<string> Of(string text)
    {
        if (!Folding.HasHan(text)) return text.Length == 0 ? [] : [text];
        List<StringBuilder> ways = [new()];
        foreach (var c in text)
        {
            var readings = HanReadings.Of(c);
            if (readings.Count <= 1 || ways.Count * readings.Count > MostWays) Append(ways, readings.Count == 0 ? c.ToString() : readings[0]);
            else ways = [.. readings.SelectMany(r => ways.Select(w => new StringBuilder().Append(w).Append(r)))];
        }
        return [.. ways.Select(w => w.ToString()).Distinct()];
    }

    static void Append(List<StringBuilder> ways, string reading)
    {
        foreach (var way in ways) way.Append(reading);
    }
}
