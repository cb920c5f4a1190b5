using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Tests.Shared.Populations;

namespace IheRegistry.Benchmarks.Matching;

/// <summary>What the steps of a decision cost, in time of the processor: other load on the machine disturbs it little.</summary>
static class Speed
{
    const int Records = 5_000;
    const int CandidatesEach = 50;

    public static void Print(int seed)
    {
        var facts = Population.Generate(seed, Records / 2, PopulationMix.Hard).Take(Records).Select(Facts.Of).ToList();
        var normaliser = new PatientNormaliser(StopList.Default);
        var matcher = new Matcher(MatchSettings.Default);
        var records = facts.ConvertAll(normaliser.Normalise);
        var candidates = records.Take(CandidatesEach).Select((r, person) => new CandidatePerson(person, [r])).ToList();
        Console.WriteLine();
        Console.WriteLine("| step | µs of processor | bytes |");
        Console.WriteLine("|---|---|---|");
        Row("normalise a record", facts.Count, () => facts.ForEach(f => normaliser.Normalise(f)));
        Row("its keys of both kinds", facts.Count, () => facts.ForEach(f => Keys(normaliser.Normalise(f))));
        Row("compare with a candidate", records.Count * CandidatesEach, () => records.ForEach(r => matcher.Decide(r, candidates, _ => false, [])));
    }

    static int Keys(NormalisedPatient record) => record.BlockingKeys.Count + record.SearchKeys.Count;

    /// <summary>The third time counts, when code is compiled for good.</summary>
    static void Row(string step, int times, Action run)
    {
        run();
        run();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var before = Environment.CpuUsage.TotalTime;
        run();
        Console.WriteLine($"| {step} | {(Environment.CpuUsage.TotalTime - before).TotalMicroseconds / times:F2} | {(GC.GetAllocatedBytesForCurrentThread() - allocated) / times:N0} |");
    }
}
