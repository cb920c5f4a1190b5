using System.Runtime.InteropServices;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>Counts names in a sample of records.</summary>
static class NameCount
{
    /// <summary>What fewer records bear is left to the default for rare names.</summary>
    const int FewestBearers = 5;

    public static NameFrequencies Of(IEnumerable<NormalisedPatient> sample)
    {
        var families = new Dictionary<string, int>();
        var givens = new Dictionary<string, int>();
        var records = 0;
        foreach (var patient in sample)
        {
            if (patient.Names.Length == 0) continue;
            records++;
            foreach (var family in patient.Names.Select(n => n.Family).Distinct()) Count(families, family);
            foreach (var given in patient.Names.Select(n => n.FirstGiven).Distinct()) Count(givens, given);
        }
        return new NameFrequencies(Shares(families, records), Shares(givens, records));
    }

    static void Count(Dictionary<string, int> counts, string name)
    {
        if (name.Length > 0) CollectionsMarshal.GetValueRefOrAddDefault(counts, name, out _)++;
    }

    static Dictionary<string, double> Shares(Dictionary<string, int> counts, int records) =>
        counts.Where(c => c.Value >= FewestBearers).ToDictionary(c => c.Key, c => (double)c.Value / records);
}
