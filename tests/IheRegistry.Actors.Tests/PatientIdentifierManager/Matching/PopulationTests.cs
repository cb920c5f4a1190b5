using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Tests.Shared.Populations;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class PopulationTests
{
    [Test]
    public void Decisions_on_the_hard_mix_are_as_good_as_promised()
    {
        var records = Population.Generate(7, 6_000, PopulationMix.Hard);
        var register = new MemoryRegister(MatchSettings.Default, records);
        register.FeedAll();
        Assert.That(Quality.OfLinks(records, register).Precision, Is.GreaterThanOrEqualTo(0.999));
        Assert.That(Quality.WithReview(records, register).Recall, Is.GreaterThanOrEqualTo(0.97));
        // What nobody has to look at: guards against a matching that is safe because it links nothing.
        Assert.That(Quality.OfLinks(records, register).Recall, Is.GreaterThanOrEqualTo(0.7));
    }

    [Test]
    public void A_population_repeats_by_its_seed()
    {
        static string Text(int seed) => string.Join('\n', Population.Generate(seed, 300, PopulationMix.Hard).Select(r => $"{r.Truth} {r.Id.Id} {r.Demographics.Names![0]} {r.Demographics.BirthDate}"));
        Assert.That(Text(1), Is.EqualTo(Text(1)));
        Assert.That(Text(2), Is.Not.EqualTo(Text(1)));
    }
}
