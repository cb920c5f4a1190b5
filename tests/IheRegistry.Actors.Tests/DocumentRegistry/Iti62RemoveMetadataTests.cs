using FsCheck;
using FsCheck.Fluent;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry;

/// <summary>Submissions, replacements and removals in any order: a small model predicts every answer, and nothing ever dangles.</summary>
[TestFixture]
public sealed class Iti62RemoveMetadataTests
{
    static readonly int Sequences = Environment.GetEnvironmentVariable("IHEREGISTRY_ALL") == "1" ? 200 : 15;

    [Test]
    [Requirement("ITI-62:3.62.4.1.3")]
    public void Any_sequence_is_answered_as_the_model_says_and_keeps_the_invariants()
    {
        var step = from kind in Gen.Choose(0, 9) from a in Gen.Choose(0, 999) from b in Gen.Choose(0, 999) select (kind, a, b);
        Prop.ForAll(step.ArrayOf(30).ToArbitrary(), steps => RunAsync(steps).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Sequences));
    }

    static async Task RunAsync((int Kind, int A, int B)[] steps)
    {
        await using var registry = await FedRegistry.OpenAsync();
        var model = new RemovalModel();
        foreach (var (kind, a, b) in steps)
        {
            if (kind < 5) await SubmitAsync(registry, model, Submission(model, kind, a, b));
            else await RemoveAsync(registry, model, Removal(model, kind, a, b));
            AssertInvariants(registry, model);
        }
    }

    static SubmissionBuilder Submission(RemovalModel model, int kind, int a, int b)
    {
        var submission = SubmissionBuilder.OneDocument(FedRegistry.Ada);
        var document = Pick(model.Of(ObjectKind.DocumentEntry), a);
        return (kind, document, Pick(model.Of(ObjectKind.Folder), b)) switch
        {
            (1, _, _) => submission.AddFolder(SubmissionBuilder.FolderId).AddToFolder(SubmissionBuilder.FolderId, SubmissionBuilder.DocumentId),
            (2, { }, _) => submission.Relate(AssociationType.Replace, document),
            (3, { }, { } folder) => submission.AddToFolder(folder, document),
            (4, { }, _) => submission.AddReference(document),
            _ => submission,
        };
    }

    static IReadOnlyCollection<string> Removal(RemovalModel model, int kind, int a, int b) => (kind, Pick(model.Objects, a)) switch
    {
        (_, null) or (5, _) => [$"urn:uuid:{Guid.NewGuid()}"],
        (6, { } id) => [id],
        // All but one of what belongs together.
        (7, { } id) when model.Closure(id).Count > 1 && Pick(model.Closure(id), b) is { } spared => [.. model.Closure(id).Where(item => item != spared)],
        (_, { } id) => [.. model.Closure(id)],
    };

    // A submission may be refused, as a second replacement is: the model follows what the registry took.
    static async Task SubmitAsync(FedRegistry registry, RemovalModel model, SubmissionBuilder submission)
    {
        var response = await registry.RegisterAsync(AssignUuids.In(submission.Build()));
        if (response.Status != ResponseStatus.Success) return;
        foreach (var (id, kind) in registry.Rows("SELECT uuid, kind FROM entry_uuid", row => (Urn(row.GetFieldValue<byte[]>(0)), (ObjectKind)row.GetInt32(1))))
            model.Add(id, kind);
        const string Links = """
            SELECT a.uuid, a.type, s.uuid, t.uuid FROM association a
            JOIN entry_uuid s ON s.object_row = a.source_row JOIN entry_uuid t ON t.object_row = a.target_row
            """;
        foreach (var (id, type, source, target) in registry.Rows(Links, row => (
            Urn(row.GetFieldValue<byte[]>(0)), (AssociationType)row.GetInt32(1), Urn(row.GetFieldValue<byte[]>(2)), Urn(row.GetFieldValue<byte[]>(3)))))
            model.Link(id, type, source, target);
    }

    static async Task RemoveAsync(FedRegistry registry, RemovalModel model, IReadOnlyCollection<string> ids)
    {
        var expected = model.Remove(ids);

        var response = await registry.RemoveAsync([.. ids]);

        Assert.That(response.Errors.Select(error => error.Code).Distinct(), Is.EquivalentTo(expected));
        Assert.That(response.Status, Is.EqualTo(expected.Count == 0 ? ResponseStatus.Success : ResponseStatus.Failure));
    }

    static void AssertInvariants(FedRegistry registry, RemovalModel model)
    {
        Assert.That(registry.Rows("SELECT uuid FROM entry_uuid", row => Urn(row.GetFieldValue<byte[]>(0))), Is.EquivalentTo(model.Objects));
        foreach (var (flaw, sql) in Flaws)
            Assert.That(registry.Count($"SELECT count(*) FROM ({sql})"), Is.Zero, flaw);
    }

    static readonly (string Flaw, string Sql)[] Flaws =
    [
        ("an Association dangles", "SELECT 1 FROM association WHERE source_row NOT IN (SELECT object_row FROM entry_uuid) OR target_row NOT IN (SELECT object_row FROM entry_uuid)"),
        ("a fragment without its object", "SELECT 1 FROM fragment WHERE object_row NOT IN (SELECT object_row FROM entry_uuid)"),
        ("an object without its fragment", "SELECT 1 FROM entry_uuid WHERE object_row NOT IN (SELECT object_row FROM fragment)"),
        ("codes without their object", "SELECT 1 FROM object_code WHERE object_row NOT IN (SELECT object_row FROM entry_uuid)"),
        ("authors without their object", "SELECT 1 FROM author_person WHERE object_row NOT IN (SELECT object_row FROM entry_uuid)"),
        ("an object in no SubmissionSet", """
            SELECT 1 FROM entry_uuid e WHERE e.kind IN (1, 3)
            AND NOT EXISTS (SELECT 1 FROM association a JOIN submission_set s ON s.object_row = a.source_row WHERE a.target_row = e.object_row AND a.type = 1)
            """),
        ("a SubmissionSet without members", "SELECT 1 FROM submission_set WHERE object_row NOT IN (SELECT source_row FROM association WHERE type = 1)"),
        ("a uniqueId of nothing", """
            SELECT unique_id FROM unique_id EXCEPT SELECT unique_id FROM document_entry
            EXCEPT SELECT unique_id FROM folder EXCEPT SELECT unique_id FROM submission_set
            """),
        ("an object whose uniqueId is not taken", "SELECT unique_id FROM document_entry UNION SELECT unique_id FROM folder UNION SELECT unique_id FROM submission_set EXCEPT SELECT unique_id FROM unique_id"),
        ("a version approved beside another one", "SELECT logical_id FROM document_entry WHERE status = 1 GROUP BY logical_id HAVING count(*) > 1"),
        ("a removed object that was not logged", "SELECT object_row FROM removed_object EXCEPT SELECT object_row FROM change_log WHERE action = 6"),
        ("a row used twice", "SELECT object_row FROM removed_object INTERSECT SELECT object_row FROM entry_uuid"),
    ];

    static string? Pick(IEnumerable<string> of, int number)
    {
        var all = of.ToList();
        return all.Count == 0 ? null : all[number % all.Count];
    }

    static string Urn(byte[] uuid) => $"urn:uuid:{new Guid(uuid, bigEndian: true)}";
}
