namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>Draws pairs of records to estimate weights from. The same seed draws the same.</summary>
static class PairSample
{
    /// <summary>Keys that more records share say little of who they are, and would fill the sample.</summary>
    const int MostPerKey = 20;

    /// <summary>Pairs of strangers: two records at random are of two persons but for one pair in as many as there are persons.</summary>
    public static IEnumerable<(NormalisedPatient A, NormalisedPatient B)> Random(IReadOnlyList<NormalisedPatient> records, int pairs, int seed)
    {
        if (records.Count < 2) yield break;
        var random = new Random(seed);
        for (var i = 0; i < pairs; i++)
        {
            var a = random.Next(records.Count);
            var b = random.Next(records.Count - 1);
            yield return (records[a], records[b < a ? b : b + 1]);
        }
    }

    /// <summary>Pairs that share a key, of which many are of one person; each once.</summary>
    public static IEnumerable<(NormalisedPatient A, NormalisedPatient B)> Blocked(IReadOnlyList<NormalisedPatient> records, int pairs, int seed)
    {
        var byKey = Enumerable.Range(0, records.Count).SelectMany(r => records[r].BlockingKeys.Select(k => (k.Hash, Record: r)))
            .GroupBy(k => k.Hash, k => k.Record).Select(g => g.ToArray()).Where(g => g.Length is > 1 and <= MostPerKey).ToArray();
        new Random(seed).Shuffle(byKey);
        var seen = new HashSet<(int, int)>();
        foreach (var group in byKey)
            foreach (var a in group)
                foreach (var b in group)
                    if (a < b && seen.Count < pairs && seen.Add((a, b))) yield return (records[a], records[b]);
    }
}
