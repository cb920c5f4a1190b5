using IheRegistry.Tests.Shared.Populations;

namespace IheRegistry.Benchmarks.Matching;

/// <summary>Shows records that were linked and should not have been, and some that should have been found.</summary>
static class Errors
{
    const int Most = 25;

    public static void Print(IReadOnlyList<SyntheticRecord> records, MemoryRegister register)
    {
        var byPerson = Enumerable.Range(0, records.Count).GroupBy(r => register.PersonOf[r]);
        foreach (var person in byPerson.Where(p => p.Select(r => records[r].Truth).Distinct().Count() > 1).Take(Most))
            Print("linked wrongly", person.Select(r => records[r]));
        var proposed = register.Proposals.Select(p => (p.Record, p.Other)).ToHashSet();
        var missed = Enumerable.Range(0, records.Count).Where(r => records[r].Truth >= 0).GroupBy(r => records[r].Truth)
            .Where(t => t.Select(r => register.PersonOf[r]).Distinct().Count() > 1 && !t.Any(a => t.Any(b => proposed.Contains((a, b)))));
        foreach (var truth in missed.Take(Most)) Print("missed", truth.Select(r => records[r]));
        foreach (var (record, other, rule) in register.Proposals.Where(p => !Quality.IsTrue(records, p.Record, p.Other)).Take(Most))
            Print($"proposed wrongly, {rule}", [records[record], records[other]]);
    }

    static void Print(string what, IEnumerable<SyntheticRecord> records)
    {
        Console.WriteLine(what);
        foreach (var record in records)
        {
            var said = record.Demographics;
            Console.WriteLine(
                $"  {record.Truth,6} {record.Id.Id} {string.Join('/', said.Names!.Select(n => $"{n.Family}^{n.Given}^{n.Middle}"))} {said.BirthDate} {said.Sex} " +
                $"{string.Join('/', said.Telecoms?.Select(t => t.Number) ?? [])} [{string.Join(' ', record.OtherIds.Select(o => o.Id))}] " +
                $"{string.Join(' ', said.Addresses?.Select(a => $"{a.State} {a.City} {a.OtherDesignation} {a.Street} {a.PostalCode}") ?? [])} {said.BirthOrder} " +
                string.Join(' ', record.MothersIds.Select(m => "of " + m.Id)));
        }
    }
}
