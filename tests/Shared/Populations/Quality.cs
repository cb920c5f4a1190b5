namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Judges decisions by the truth.</summary>
public static class Quality
{
    /// <summary>Pairs that were linked without a steward.</summary>
    public static PairScore OfLinks(IReadOnlyList<SyntheticRecord> records, MemoryRegister register)
    {
        var sets = new DisjointSets(records.Count);
        JoinLinked(sets, register);
        return Score(records, sets, 0);
    }

    /// <summary>
    /// Pairs that are linked once a steward has accepted the proposals that are right. Those that are wrong cost the steward's time: each counts as a
    /// pair found that is not.
    /// </summary>
    public static PairScore WithReview(IReadOnlyList<SyntheticRecord> records, MemoryRegister register)
    {
        var sets = new DisjointSets(records.Count);
        JoinLinked(sets, register);
        foreach (var proposal in register.Proposals)
            if (IsTrue(records, proposal.Record, proposal.Other)) sets.Join(proposal.Record, proposal.Other);
        return Score(records, sets, register.Proposals.Count(p => !IsTrue(records, p.Record, p.Other)));
    }

    public static bool IsTrue(IReadOnlyList<SyntheticRecord> records, int a, int b) => records[a].Truth >= 0 && records[a].Truth == records[b].Truth;

    static void JoinLinked(DisjointSets sets, MemoryRegister register)
    {
        var first = new Dictionary<long, int>();
        for (var record = 0; record < register.PersonOf.Count; record++)
            if (!first.TryAdd(register.PersonOf[record], record)) sets.Join(record, first[register.PersonOf[record]]);
    }

    static PairScore Score(IReadOnlyList<SyntheticRecord> records, DisjointSets sets, long falseProposals)
    {
        var identified = Enumerable.Range(0, records.Count).Where(r => records[r].Truth >= 0).ToList();
        var all = identified.CountBy(r => records[r].Truth).Sum(g => Pairs(g.Value));
        var right = identified.CountBy(r => (records[r].Truth, sets.Find(r))).Sum(g => Pairs(g.Value));
        var found = Enumerable.Range(0, records.Count).CountBy(sets.Find).Sum(g => Pairs(g.Value));
        return new PairScore(right, found - right + falseProposals, all);
    }

    static long Pairs(long items) => items * (items - 1) / 2;
}
