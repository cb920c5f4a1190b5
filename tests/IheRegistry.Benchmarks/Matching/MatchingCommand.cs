using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Tests.Shared.Populations;

namespace IheRegistry.Benchmarks.Matching;

/// <summary>Verb <c>matching</c>: how good and how fast the decisions are on populations of which the truth is known.</summary>
static class MatchingCommand
{
    public static int Run(int persons, int seed, bool showErrors)
    {
        Console.WriteLine("| mix | records | at | precision | recall | F1 | false pairs | missed pairs | reviews per 1000 records | of them right |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        var notes = new List<string>();
        foreach (var (name, mix) in (ReadOnlySpan<(string, PopulationMix)>)[("ordinary", PopulationMix.Ordinary), ("hard", PopulationMix.Hard)])
        {
            var records = Population.Generate(seed, persons, mix);
            var register = new MemoryRegister(MatchSettings.Default, records);
            var allocated = GC.GetAllocatedBytesForCurrentThread();
            var before = Environment.CpuUsage.TotalTime;
            register.FeedAll();
            var micros = (Environment.CpuUsage.TotalTime - before).TotalMicroseconds;
            allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Print(name, records, register);
            notes.Add(
                $"{name}: {micros / records.Count:F1} µs of processor and {allocated / records.Count:N0} bytes per record fed, {(double)register.Compared / records.Count:F1} records " +
                $"compared each, {register.Capped} decisions with a capped key, {register.Joined} persons joined.");
            notes.AddRange(register.Rules.OrderByDescending(r => r.Value).Select(r => $"  {r.Key.Item1,-6} {r.Key.Item2,-24} {r.Value}"));
            notes.AddRange(register.Proposals.GroupBy(p => p.Rule).OrderByDescending(g => g.Count()).Select(
                g => $"  proposed by {g.Key,-24} right {g.Count(p => Quality.IsTrue(records, p.Record, p.Other))}, wrong {g.Count(p => !Quality.IsTrue(records, p.Record, p.Other))}"));
            if (showErrors) Errors.Print(records, register);
        }
        Console.WriteLine();
        foreach (var note in notes) Console.WriteLine(note);
        Speed.Print(seed);
        return 0;
    }

    static void Print(string mix, IReadOnlyList<SyntheticRecord> records, MemoryRegister register)
    {
        Row(mix, records.Count, "link", Quality.OfLinks(records, register), "");
        var right = register.Proposals.Count(p => Quality.IsTrue(records, p.Record, p.Other));
        var reviews = register.Proposals.Count == 0 ? "" : $"{1000.0 * register.Proposals.Count / records.Count:F0} | {100.0 * right / register.Proposals.Count:F0} % ";
        Row(mix, records.Count, "link and review", Quality.WithReview(records, register), reviews);
    }

    static void Row(string mix, int records, string at, PairScore score, string reviews) => Console.WriteLine(
        $"| {mix} | {records} | {at} | {score.Precision:F4} | {score.Recall:F4} | {score.F1:F4} | {score.False} | {score.All - score.True} | {(reviews.Length == 0 ? "| " : reviews)}|");
}
