using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using NUnit.Framework;
using SQLitePCL;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>What a query costs depends on what it finds, not on what else the registry holds.</summary>
[TestFixture]
public sealed class QueryCostTests
{
    const int PerPatient = 10;

    static IEnumerable<RegistryQuery> Queries()
    {
        var criteria = new DocumentCriteria
        {
            PatientIds = [RegistryRows.Patient("p7")],
            Statuses = [AvailabilityStatus.Approved],
            ClassCodes = [new Code("c", "s")],
            ConfidentialityCodes = [[new Code("N", "c")]],
        };
        var unique = new ObjectIds(ObjectIdKind.UniqueId, ["d7", "d8"]);
        var approved = criteria.Statuses;
        yield return new FindDocumentsQuery(criteria);
        yield return new GetDocumentsQuery(unique);
        yield return new GetDocumentsAndAssociationsQuery(unique);
        yield return new GetRelatedDocumentsQuery(unique, [AssociationType.Append], DocumentFilter.Default);
        yield return new GetAllQuery(criteria.PatientIds[0], approved, approved, approved, DocumentFilter.Default);
    }

    [Test]
    public void Ten_times_the_documents_take_the_same_steps()
    {
        var small = Steps(2_000);
        var large = Steps(20_000);
        Assert.That(small, Is.All.GreaterThan(PerPatient));
        Assert.That(large, Is.EqualTo(small));
    }

    static List<int> Steps(int documents)
    {
        using var registry = new RegistryRows();
        Fill(registry, documents);
        var steps = new List<int>();
        var connection = registry.Readers.Rent();
        foreach (var query in Queries())
        {
            var command = connection.Prepare(sql => QuerySql.Compose(sql, query, ReturnType.LeafClass, AccessScope.Everything));
            using var reader = command.ExecuteReader();
            raw.sqlite3_stmt_status(reader.Handle!, raw.SQLITE_STMTSTATUS_VM_STEP, 1);
            while (reader.Read())
            {
            }

            steps.Add(raw.sqlite3_stmt_status(reader.Handle!, raw.SQLITE_STMTSTATUS_VM_STEP, 1));
        }

        registry.Readers.Return(connection);
        return steps;
    }

    static void Fill(RegistryRows registry, int documents) => registry.Run($"""
        BEGIN;
        WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < {documents / PerPatient})
        INSERT INTO patient SELECT x, '{RegistryRows.Authority}', 'p' || x, x, 0 FROM i;
        WITH RECURSIVE i(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM i WHERE x < {documents})
        INSERT INTO document_entry
        SELECT x, randomblob(16), randomblob(16), 1, 'd' || x, 1 + (x - 1) / {PerPatient}, 1, 0, 0, 'c^^s', 't^^s', 'f^^s', 'h^^s', 'r^^s',
          20050101000000 + x, NULL, NULL, 'T', NULL, NULL FROM i;
        INSERT INTO entry_uuid SELECT object_row, uuid, 1 FROM document_entry;
        INSERT INTO object_code SELECT object_row, 1, 'N^^c' FROM document_entry;
        INSERT INTO association SELECT object_row + {documents}, randomblob(16), 4, object_row, object_row + 1, 1, NULL FROM document_entry
          WHERE object_row % {PerPatient} > 0;
        INSERT INTO fragment SELECT object_row, randomblob(50) FROM document_entry
          UNION ALL SELECT object_row, randomblob(50) FROM association;
        COMMIT;
        """);
}
