using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Metadata;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Sequences;

/// <summary>Any sequence of submissions, replacements, updates and removals is answered as the models say, and leaves the registry in order.</summary>
[TestFixture]
public sealed class SequenceTests
{
    // Each finds what must not be.
    static readonly string[] Disorders =
    [
        "SELECT count(*) FROM document_entry d JOIN document_entry n ON n.logical_id = d.logical_id AND n.version > d.version WHERE d.status = 1",
        "SELECT count(*) FROM folder f JOIN folder n ON n.logical_id = f.logical_id AND n.version > f.version WHERE f.status = 1",
        "SELECT count(*) FROM (SELECT 1 FROM document_entry GROUP BY logical_id HAVING count(*) <> max(version) OR min(version) <> 1)",
        "SELECT count(*) FROM (SELECT 1 FROM folder GROUP BY logical_id HAVING count(*) <> max(version) OR min(version) <> 1)",
        "SELECT count(*) FROM (SELECT 1 FROM document_entry GROUP BY logical_id HAVING count(DISTINCT unique_id) > 1)",
        """
        SELECT count(*) FROM association a
        WHERE a.source_row NOT IN (SELECT object_row FROM entry_uuid) OR a.target_row NOT IN (SELECT object_row FROM entry_uuid)
        """,
        "SELECT count(*) FROM entry_uuid WHERE object_row NOT IN (SELECT object_row FROM fragment)",
        "SELECT count(*) FROM entry_uuid WHERE object_row NOT IN (SELECT object_row FROM change_log)",
        """
        SELECT count(*) FROM association a JOIN folder f ON f.object_row = a.source_row JOIN document_entry d ON d.object_row = a.target_row
        WHERE f.patient_row <> d.patient_row
        """,
        "SELECT count(*) FROM (SELECT 1 FROM association WHERE status = 1 GROUP BY type, source_row, target_row HAVING count(*) > 1)",
        """
        SELECT count(*) FROM association a JOIN folder f ON f.object_row = a.source_row
        WHERE a.object_row NOT IN (SELECT h.target_row FROM association h JOIN submission_set s ON s.object_row = h.source_row)
        """,
    ];

    [Test]
    [CancelAfter(120_000)]
    public void Every_answer_is_the_models_and_nothing_is_in_disorder()
    {
        var choice = from kind in Gen.Choose(0, Step.Kinds.Length - 1) from index in Gen.Choose(0, 99) from what in Gen.Choose(0, 29) select (kind, index, what);
        Prop.ForAll(choice.ListOf(14).ToArbitrary(), choices => RunAsync([.. choices]).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    static async Task RunAsync(IReadOnlyList<(int Kind, int Index, int What)> choices)
    {
        await using var registry = await FedRegistry.OpenAsync();
        var model = new RegistryModel();
        await DoAsync(registry, Step.Begin(model));
        foreach (var (kind, index, what) in choices) await DoAsync(registry, Step.Kinds[kind](model, index, what));
        AssertInOrder(registry, model);
        await RemoveAsync(registry, choices.Sum(choice => choice.Index));
    }

    static void AssertInOrder(FedRegistry registry, RegistryModel model) =>
        Assert.Multiple(() =>
        {
            foreach (var disorder in Disorders) Assert.That(registry.Count(disorder), Is.Zero, disorder);
            foreach (var document in model.Documents) Assert.That(registry.StatusOf(document.EntryUuid), Is.EqualTo(Status(document)));
            Assert.That(
                registry.Count("SELECT count(*) FROM document_entry WHERE status = 1"), Is.EqualTo(model.Documents.Count(d => d.IsApproved)));
            Assert.That(
                registry.Count("""
                    SELECT count(DISTINCT d.logical_id) FROM folder f JOIN association a ON a.source_row = f.object_row AND a.status = 1
                    JOIN document_entry d ON d.object_row = a.target_row
                    WHERE f.version = (SELECT max(version) FROM folder) AND d.status = 1
                    """),
                Is.EqualTo(model.Members.Count(m => m.IsApproved)));
        });

    // Whatever has become of the objects: alone none can go, with all that hangs on it any can, and in the end everything.
    static async Task RemoveAsync(FedRegistry registry, int choice)
    {
        var model = RemovalModelOf(registry);
        var some = model.Objects.ElementAt(choice % model.Objects.Count);
        Func<IReadOnlyCollection<string>>[] removals =
            [() => [some], () => [.. model.Closure(some)], () => [some], () => [.. model.Objects.Skip(1)], () => [.. model.Objects]];
        foreach (var removal in removals)
        {
            var ids = removal();
            var expected = model.Remove(ids);
            var answer = await registry.RemoveAsync([.. ids]);
            Assert.That(answer.Errors.Select(e => e.Code).Distinct(), Is.EquivalentTo(expected), string.Join('\n', answer.Errors.Select(e => e.Context)));
            foreach (var disorder in Disorders.Where(sql => !sql.Contains("version", StringComparison.Ordinal)))
                Assert.That(registry.Count(disorder), Is.Zero, disorder);
        }

        Assert.That(registry.Count("SELECT count(*) FROM entry_uuid"), Is.EqualTo(model.Objects.Count));
    }

    static RemovalModel RemovalModelOf(FedRegistry registry)
    {
        var model = new RemovalModel();
        foreach (var (id, kind) in registry.Rows("SELECT uuid, kind FROM entry_uuid ORDER BY object_row", row => (Urn(row, 0), (ObjectKind)row.GetInt32(1))))
            model.Add(id, kind);
        var associations = registry.Rows(
            """
            SELECT a.uuid, a.type, s.uuid, t.uuid FROM association a
            JOIN entry_uuid s ON s.object_row = a.source_row JOIN entry_uuid t ON t.object_row = a.target_row
            """,
            row => (Id: Urn(row, 0), Type: (AssociationType)row.GetInt32(1), Source: Urn(row, 2), Target: Urn(row, 3)));
        foreach (var (id, type, source, target) in associations) model.Link(id, type, source, target);
        return model;
    }

    static string Urn(SqliteDataReader row, int column) => $"urn:uuid:{new Guid(row.GetFieldValue<byte[]>(column), bigEndian: true):D}";

    static async Task DoAsync(FedRegistry registry, Step step)
    {
        var answer = await step.Send(registry);
        Assert.That(answer.Errors.Select(e => e.Code).Distinct(), Is.EquivalentTo(step.Expected), string.Join('\n', answer.Errors.Select(e => e.Context)));
        if (step.Expected.Count == 0) step.Apply();
    }

    static AvailabilityStatus Status(ModelObject item) => item.IsApproved ? AvailabilityStatus.Approved : AvailabilityStatus.Deprecated;
}
