using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using IheRegistry.Tests.Shared.Populations;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.PatientIdentifierManager.Matching;

[TestFixture]
public sealed class WeightEstimationTests
{
    static readonly IReadOnlyList<SyntheticRecord> District = Population.Generate(5, 2_000, PopulationMix.Hard);
    static readonly PatientNormaliser Normaliser = new(StopList.Default);
    static readonly NormalisedPatient[] Records = [.. District.Select(r => Normaliser.Normalise(Facts.Of(r)))];
    static readonly Lazy<WeightEstimate> Estimate = new(() => WeightEstimation.FromRecords(Records, MatchSettings.Default, seed: 1));

    [Test]
    public void Weights_come_near_those_counted_by_who_knows_the_truth()
    {
        var estimate = Estimate.Value;
        Assert.That(estimate.HasConverged, Is.True);
        Assert.That(estimate.Records, Is.EqualTo(District.Count(r => r.Truth >= 0)));
        var matcher = new Matcher(MatchSettings.Default);
        foreach (var (field, level) in new[]
        {
            (MatchField.BirthDate, AgreementLevel.Exact), (MatchField.Sex, AgreementLevel.Exact), (MatchField.Telecom, AgreementLevel.Exact), (MatchField.Address, AgreementLevel.Exact),
        })
            Assert.That(estimate.Weights.Weights.ProbabilitiesOf(field, level).M, Is.EqualTo(TrueShare(matcher, field, level)).Within(0.1), $"{field} {level}");
        Assert.That(estimate.Weights.Weights.ProbabilitiesOf(MatchField.Sex, AgreementLevel.Exact).U, Is.EqualTo(0.5).Within(0.05));
    }

    [Test]
    public void Weights_of_the_site_keep_the_targets()
    {
        var register = new MemoryRegister(Estimate.Value.Weights.In(MatchSettings.Default), District);
        register.FeedAll();
        Assert.That(Quality.OfLinks(District, register).Precision, Is.GreaterThanOrEqualTo(0.999));
        Assert.That(Quality.WithReview(District, register).Recall, Is.GreaterThanOrEqualTo(0.97));
    }

    [Test]
    public void The_same_records_give_the_same_weights() =>
        Assert.That(WeightEstimation.FromRecords(Records, MatchSettings.Default, 1).Weights.ToJson(), Is.EqualTo(Estimate.Value.Weights.ToJson()));

    [Test]
    public void Without_records_the_weights_stay()
    {
        var estimate = WeightEstimation.FromRecords([], MatchSettings.Default, 1);
        foreach (var (key, probabilities) in MatchWeights.Default.Probabilities)
            Assert.That(Math.Log2(estimate.Weights.Weights.Probabilities[key].M / probabilities.M), Is.Zero.Within(0.1), $"{key}");
    }

    [Test]
    public void Weights_are_read_as_they_were_written()
    {
        var weights = Estimate.Value.Weights;
        Assert.That(SiteWeights.TryRead(weights.ToJson(), out var read, out var problem), Is.True, problem);
        Assert.That(read!.ToJson(), Is.EqualTo(weights.ToJson()));
    }

    [TestCase("", "no file of weights")]
    [TestCase("null", "is empty")]
    [TestCase("""{"levels":[]}""", "no file of weights")]
    [TestCase("""{"levels":[{"field":"shoeSize","agreement":"exact","m":0.9,"u":0.1}],"familyNames":{},"givenNames":{}}""", "there is no field shoeSize")]
    [TestCase("""{"levels":[{"field":"sex","agreement":"sort of","m":0.9,"u":0.1}],"familyNames":{},"givenNames":{}}""", "there is no agreement level sort of")]
    [TestCase("""{"levels":[{"field":"sex","agreement":"exact","m":1.9,"u":0.1}],"familyNames":{},"givenNames":{}}""", "m and u of level exact of sex")]
    [TestCase("""{"levels":[{"field":"sex","agreement":"exact","m":0.9,"u":0}],"familyNames":{},"givenNames":{}}""", "m and u of level exact of sex")]
    [TestCase("""{"levels":[{"field":"sex","agreement":"exact","m":0.9,"u":0.5},{"field":"sex","agreement":"exact","m":0.9,"u":0.5}],"familyNames":{},"givenNames":{}}""", "is given twice")]
    [TestCase("""{"levels":[],"familyNames":{"王":7},"givenNames":{}}""", "the share of the name 王")]
    public void A_wrong_file_is_refused_by_name(string json, string expected)
    {
        Assert.That(SiteWeights.TryRead(json, out _, out var problem), Is.False);
        Assert.That(problem, Does.Contain(expected));
    }

    static double TrueShare(Matcher matcher, MatchField field, AgreementLevel level)
    {
        var pairs = Enumerable.Range(0, District.Count).Where(r => District[r].Truth >= 0).GroupBy(r => District[r].Truth)
            .SelectMany(g => g.SelectMany(a => g.Where(b => a < b).Select(b => matcher.Compare(Records[a], Records[b])[field]))).Where(l => l != AgreementLevel.Missing).ToList();
        return (double)pairs.Count(l => l == level) / pairs.Count;
    }
}
