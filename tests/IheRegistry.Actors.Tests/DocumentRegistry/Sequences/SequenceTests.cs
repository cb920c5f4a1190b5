using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Metadata;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Sequences;

/// <summary>Any sequence of submissions, replacements and updates is answered as the model says, and leaves the registry in order.</summary>
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
    }

    static async Task DoAsync(FedRegistry registry, Step step)
    {
        var answer = await step.Send(registry);
        Assert.That(answer.Errors.Select(e => e.Code).Distinct(), Is.EquivalentTo(step.Expected), string.Join('\n', answer.Errors.Select(e => e.Context)));
        if (step.Expected.Count == 0) step.Apply();
    }

    static AvailabilityStatus Status(ModelObject item) => item.IsApproved ? AvailabilityStatus.Approved : AvailabilityStatus.Deprecated;
}
