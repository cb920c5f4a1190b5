using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

[TestFixture]
public sealed class MergedPatientTests
{
    RegistryRows _registry = null!;

    static FindDocumentsQuery Find(string patient) => new(
        new DocumentCriteria { PatientIds = [RegistryRows.Patient(patient)], Statuses = [AvailabilityStatus.Approved] });

    [SetUp]
    public void Fill()
    {
        _registry = new RegistryRows();
        foreach (var patient in new[] { "a", "b", "c" })
        {
            _registry.AddPatient(patient);
            _registry.AddDocument("of " + patient, patient);
        }
    }

    [TearDown]
    public void Empty() => _registry.Dispose();

    [Test]
    public async Task The_surviving_id_finds_the_composite_and_the_subsumed_one_nothing()
    {
        _registry.Merge("a", "b");
        Assert.That(await _registry.FindAsync(Find("b")), Is.EqualTo(new[] { "of a", "of b" }));
        Assert.That(await _registry.FindAsync(Find("a")), Is.Empty);
    }

    [Test]
    public async Task Merges_follow_each_other()
    {
        _registry.Merge("a", "b");
        _registry.Merge("b", "c");
        Assert.That(await _registry.FindAsync(Find("c")), Is.EqualTo(new[] { "of a", "of b", "of c" }));
        Assert.That(await _registry.FindAsync(Find("b")), Is.Empty);
    }

    [Test]
    public async Task Objects_show_the_surviving_id_and_count_as_one_patient()
    {
        _registry.Merge("a", "b");
        using var result = await _registry.QueryAsync(new GetDocumentsQuery(new ObjectIds(ObjectIdKind.UniqueId, ["of a", "of b"])));
        Assert.That(result.SpansPatients, Is.False);
        Assert.That(result.Select(o => o.PatientId), Is.All.EqualTo(RegistryRows.Patient("b")));
    }
}
