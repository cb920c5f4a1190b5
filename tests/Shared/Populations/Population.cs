namespace IheRegistry.Tests.Shared.Populations;

/// <summary>
/// A district's patients, none of whom exist, of whom it is known who is who. Chinese and Western names, twins, namesakes, fathers and sons
/// of one name, people who moved or married, borrowed cards, missing numbers, newborns, slips of every kind. The same seed gives the same.
/// </summary>
public static class Population
{
    const double ChineseShare = 0.75;
    const double UnidentifiedShare = 0.01;

    /// <summary>The records in the order in which they come.</summary>
    public static IReadOnlyList<SyntheticRecord> Generate(int seed, int persons, PopulationMix mix)
    {
        var draw = new Draw(seed);
        var people = new Households(draw).Make(persons, ChineseShare);
        var registration = new Registration(draw, mix);
        var records = people.SelectMany(registration.Of).ToList();
        var unidentified = Enumerable.Range(0, (int)(persons * UnidentifiedShare)).Select(_ => registration.Unidentified(draw.One(people)));
        records.AddRange(unidentified);
        return draw.Shuffled(records);
    }
}
