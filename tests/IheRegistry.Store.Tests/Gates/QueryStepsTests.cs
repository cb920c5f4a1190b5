using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Store.Tests.Registry.Queries;
using NUnit.Framework;
using SQLitePCL;

namespace IheRegistry.Store.Tests.Gates;

/// <summary>What a query costs is counted, not timed: the database's own steps do not grow with the registry.</summary>
[TestFixture]
public sealed class QueryStepsTests
{
    const int DocumentsPerPatient = 10;

    [Test]
    public void FindDocuments_takes_as_many_database_steps_in_a_registry_ten_times_as_large([Values] ReturnType returnType)
    {
        var small = Steps(1_000, returnType);

        Assert.That(small, Is.GreaterThan(0));
        Assert.That(Steps(10_000, returnType), Is.EqualTo(small));
    }

    static int Steps(int documents, ReturnType returnType)
    {
        using var registry = new RegistryRows();
        Fill(registry, documents);
        var sql = new QueryText();
        QuerySql.Compose(
            sql,
            new FindDocumentsQuery(new DocumentCriteria { PatientIds = [RegistryRows.Patient("p7")], Statuses = [AvailabilityStatus.Approved] }),
            returnType,
            AccessScope.Everything);
        return Steps(registry, sql);
    }

    static void Fill(RegistryRows registry, int documents)
    {
        registry.Run("BEGIN");
        for (var patient = 0; patient < documents / DocumentsPerPatient; patient++)
        {
            registry.AddPatient($"p{patient}");
            for (var i = 0; i < DocumentsPerPatient; i++) registry.AddDocument($"d{patient}-{i}", $"p{patient}");
        }

        registry.Run("COMMIT");
    }

    static int Steps(RegistryRows registry, QueryText sql)
    {
        Assert.That(raw.sqlite3_prepare_v2(registry.Connection.Handle, sql.ToString(), out var statement), Is.EqualTo(raw.SQLITE_OK));
        using (statement)
        {
            for (var i = 0; i < sql.Values.Count; i++) raw.sqlite3_bind_text(statement, i + 1, (string)sql.Values[i]);
            var rows = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) rows++;
            Assert.That(rows, Is.EqualTo(DocumentsPerPatient));
            return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }
}
