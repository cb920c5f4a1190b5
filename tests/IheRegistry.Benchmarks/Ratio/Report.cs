using System.Globalization;
using System.Text;

namespace IheRegistry.Benchmarks.Ratio;

/// <summary>The table of what was measured.</summary>
static class Report
{
    internal static string Table(IEnumerable<GoalResult> results)
    {
        var table = new StringBuilder()
            .AppendLine("| | what | floor | unit | floor's median | ours | ratio (least..most) | bound | CPU µs floor / ours |")
            .AppendLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var result in results)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"| {result.Id} | {result.Name} | {result.Floor} | {result.Unit} | {Figure(result.FloorMedian)} | {Figure(result.OursMedian)} | **{result.Ratio:0.00}** ({result.Least:0.00}..{result.Most:0.00}) | {result.Bound} {(result.Met ? "met" : "short")} | {Figure(result.FloorProcessor)} / {Figure(result.OursProcessor)} |");
            foreach (var (name, value) in result.Notes) table.AppendLine(CultureInfo.InvariantCulture, $"| | {name} | | | | {Figure(value)} | | | |");
        }

        return table.ToString();
    }

    internal static string Line(GoalResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Id}: {result.Ratio:0.00} ({result.Least:0.00}..{result.Most:0.00}), bound {result.Bound}: {result.Name}, {Figure(result.OursMedian)} to {Figure(result.FloorMedian)} {result.Unit}");

    static string Figure(double? value) => value switch
    {
        null => "",
        >= 100 => value.Value.ToString("#,0", CultureInfo.InvariantCulture),
        _ => value.Value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
