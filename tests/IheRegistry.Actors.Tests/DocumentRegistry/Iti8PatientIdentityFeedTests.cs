using IheRegistry.Model.Demographics;
using IheRegistry.Model.Errors;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry;

/// <summary>What the Document Registry does with a feed (ITI TF-2 3.8.4.1.4 and 3.8.4.2.4).</summary>
[TestFixture]
public sealed class Iti8PatientIdentityFeedTests
{
    FedRegistry _registry = null!;

    [SetUp]
    public async Task Open() => _registry = await FedRegistry.OpenAsync();

    [TearDown]
    public async Task Close() => await _registry.DisposeAsync();

    [TestCase("A01")]
    [TestCase("A04")]
    [TestCase("A05")]
    [Requirement("ITI-8:3.8.4.1.4")]
    public async Task A_patient_becomes_known(string code)
    {
        Assert.That(await _registry.FeedAsync(code, [FedRegistry.Id("eve")]), Is.Empty);
        Assert.That(await IsKnownAsync("eve"), Is.True);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.1.4")]
    public async Task An_update_that_comes_before_the_patient_makes_him_known()
    {
        Assert.That(await _registry.FeedAsync("A08", [FedRegistry.Id("eve")]), Is.Empty);
        Assert.That(await _registry.FeedAsync("A08", [FedRegistry.Id("M-7", "1.3.6.1.4.1.21367.2026.8")]), Is.Empty);
        Assert.That(await IsKnownAsync("eve"), Is.True);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.1.4")]
    public async Task An_authority_known_by_its_namespace_is_completed()
    {
        var id = new PatientIdentifier("eve", new HierarchicDesignator(FedRegistry.Namespace, "", ""), "");
        Assert.That(await _registry.FeedAsync("A01", [id]), Is.Empty);
        Assert.That(await IsKnownAsync("eve"), Is.True);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.1.4")]
    public async Task Identifiers_of_other_domains_are_ignored()
    {
        Assert.That(await _registry.FeedAsync("A01", [FedRegistry.Id("M-7", "1.3.6.1.4.1.21367.2026.8"), FedRegistry.Id("eve")]), Is.Empty);
        Assert.That(_registry.Count("SELECT count(*) FROM patient"), Is.EqualTo(3));
    }

    [TestCase("eve", "bob")]
    [TestCase("ada", "eve")]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_merge_of_an_unknown_patient_is_refused_and_makes_nobody_known(string surviving, string subsumed)
    {
        Assert.That(await MergeAsync(surviving, subsumed), Has.One.Contains("not known"));
        Assert.That(await IsKnownAsync("eve"), Is.False);
        Assert.That(await IsKnownAsync(surviving == "eve" ? subsumed : surviving), Is.True);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_patient_who_was_subsumed_is_merged_no_more()
    {
        await _registry.FeedAsync("A01", [FedRegistry.Id("eve")]);
        Assert.That(await MergeAsync("ada", "bob"), Is.Empty);
        Assert.That(await MergeAsync("eve", "bob"), Has.One.Contains("The subsumed id was merged"));
        Assert.That(await MergeAsync("bob", "eve"), Has.One.Contains("The surviving id was merged"));
        Assert.That(await MergeAsync("bob", "ada"), Has.One.Contains("The surviving id was merged"));
        Assert.That(await MergeAsync("ada", "ada"), Has.One.Contains("are the same"));
        Assert.That(await IsKnownAsync("eve"), Is.True);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task Merges_form_chains_and_may_be_repeated()
    {
        await _registry.FeedAsync("A01", [FedRegistry.Id("eve")]);
        Assert.That(await MergeAsync("ada", "bob"), Is.Empty);
        Assert.That(await MergeAsync("eve", "ada"), Is.Empty);
        Assert.That(await MergeAsync("ada", "bob"), Is.Empty);
        Assert.That(await IsKnownAsync("ada"), Is.False);
    }

    [Test]
    [Requirement("ITI-8:3.8.4.2.4")]
    public async Task A_merge_of_another_domain_is_refused()
    {
        var problems = await _registry.FeedAsync("A40", [FedRegistry.Id("ada")], FedRegistry.Id("M-7", "1.3.6.1.4.1.21367.2026.8"));
        Assert.That(problems, Has.One.Contains("No surviving id is of the subsumed id's assigning authority"));
    }

    [Test]
    public async Task Patients_known_since_before_there_were_records_of_them_can_be_merged()
    {
        await _registry.KnewAsync("old");
        await _registry.KnewAsync("older");
        Assert.That(await MergeAsync("old", "older"), Is.Empty);
        Assert.That((await IsKnownAsync("old"), await IsKnownAsync("older")), Is.EqualTo((true, false)));
        Assert.That(await MergeAsync("ada", "old"), Is.Empty);
        Assert.That((await IsKnownAsync("ada"), await IsKnownAsync("old")), Is.EqualTo((true, false)));
    }

    Task<IReadOnlyList<string>> MergeAsync(string surviving, string subsumed) =>
        _registry.FeedAsync("A40", [FedRegistry.Id(surviving)], FedRegistry.Id(subsumed));

    async Task<bool> IsKnownAsync(string id)
    {
        var response = await _registry.RegisterAsync(SubmissionBuilder.OneDocument($"{id}^^^&{FedRegistry.Authority}&ISO"));
        Assert.That(response.Errors.Select(e => e.Code), Is.Empty.Or.All.EqualTo(XdsErrorCode.XDSUnknownPatientId));
        return response.Status == ResponseStatus.Success;
    }
}
