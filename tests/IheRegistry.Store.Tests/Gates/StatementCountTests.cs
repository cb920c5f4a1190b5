using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Rules;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.Tests.Documents;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;
using SQLitePCL;

namespace IheRegistry.Store.Tests.Gates;

/// <summary>The SQL statements of an ITI-42 are counted, not timed.</summary>
[TestFixture]
public sealed class StatementCountTests
{
    // Lookups of patient, entryUUID, uniqueId and prior submission; three rows that every object has; uniqueId, patient, the set and its author.
    const int ForTheSubmission = 11;

    // Lookups of two entryUUIDs, a logicalID and a uniqueId; three rows that every object has; uniqueId, patient, the entry, its one code and one author;
    // three rows and its own of the association with the set.
    const int ForEachDocument = 16;

    readonly ScratchFolder _folder = new();

    [OneTimeTearDown]
    public void Remove() => _folder.Dispose();

    [Test]
    public void A_submission_of_n_documents_takes_a_fixed_number_of_statements_and_as_many_again_for_each_document()
    {
        using var database = new SqliteDatabase(_folder.PathOf("registry.db"));
        using var transaction = new SqliteRegistryTransaction(database.Writer);
        var statements = new List<string>();
        raw.sqlite3_trace(database.Writer.Handle, (_, sql) => statements.Add(sql), null);

        var one = Count(1);
        var each = Count(2) - one;
        TestContext.Out.WriteLine($"{one - each} statements, {each} for each document");
        Assert.That(each, Is.GreaterThan(0).And.LessThanOrEqualTo(ForEachDocument));
        Assert.That(one - each, Is.GreaterThan(0).And.LessThanOrEqualTo(ForTheSubmission));
        Assert.That(Count(51) - one, Is.EqualTo(50 * each));

        int Count(int documents)
        {
            var submission = Submission(documents);
            transaction.AddPatients([submission.SubmissionSet.PatientId], DateTimeOffset.UnixEpoch);
            statements.Clear();
            transaction.Read(Lookup(submission));
            transaction.Apply(Change(submission));
            return statements.Count;
        }
    }

    static Submission Submission(int documents)
    {
        var builder = SubmissionBuilder.Empty();
        for (var i = 0; i < documents; i++) builder.AddDocument($"Document{i}");
        var errors = new ErrorList();
        var submission = SubmissionReader.Read(builder.Build(), new RuleContext(SubmissionKind.Register, TestDomain.Unchecked), errors);
        return submission ?? throw new InvalidOperationException(string.Join("; ", errors));
    }

    static RegistryLookup Lookup(Submission submission) => new()
    {
        Patients = [submission.SubmissionSet.PatientId],
        EntryUuids = EntryUuids(submission),
        LogicalIds = [.. submission.DocumentEntries.Select(d => d.EntryUuid)],
        UniqueIds = [submission.SubmissionSet.UniqueId, .. submission.DocumentEntries.Select(d => d.UniqueId)],
        SubmissionSetUniqueId = submission.SubmissionSet.UniqueId,
    };

    static RegistryChange Change(Submission submission) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        By = "test",
        Submission = submission,
        Fragments = EntryUuids(submission).ToDictionary(uuid => uuid, _ => Array.Empty<byte>()),
        Digest = new byte[32],
    };

    static List<string> EntryUuids(Submission submission) =>
    [
        submission.SubmissionSet.EntryUuid,
        .. submission.DocumentEntries.Select(d => d.EntryUuid),
        .. submission.Associations.Select(a => a.EntryUuid),
    ];
}
