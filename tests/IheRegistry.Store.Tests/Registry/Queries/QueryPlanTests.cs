using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>Every query is an indexed lookup, whatever its parameters: no table is read from end to end, no fragment is sorted.</summary>
[TestFixture]
public sealed class QueryPlanTests
{
    static readonly string[] Tables =
    [
        "document_entry", "submission_set", "folder", "association", "fragment", "entry_uuid", "unique_id", "patient", "object_code",
        "author_person", "reference_id",
    ];

    static readonly AvailabilityStatus[] Approved = [AvailabilityStatus.Approved];
    static readonly AvailabilityStatus[] Both = [AvailabilityStatus.Approved, AvailabilityStatus.Deprecated];
    static readonly Code[] OneCode = [new("a", "s")];
    static readonly Code[] TwoCodes = [new("a", "s"), new("b", "s")];
    static readonly string[] OneText = ["%a"];
    static readonly string[] TwoTexts = ["%a", "b"];

    RegistryRows _registry = null!;

    [OneTimeSetUp]
    public void Make() => _registry = new RegistryRows();

    [OneTimeTearDown]
    public void Drop() => _registry.Dispose();

    static IEnumerable<RegistryQuery> Queries() => Documents().Select(c => (RegistryQuery)new FindDocumentsQuery(c))
        .Concat(SubmissionSets().Select(c => new FindSubmissionSetsQuery(c)))
        .Concat(Folders().Select(c => new FindFoldersQuery(c)))
        .Concat(Gets());

    static IEnumerable<DocumentCriteria> Documents()
    {
        var all = new DocumentCriteria { PatientIds = [RegistryRows.Patient("p")], Statuses = Approved };
        var everything = all;
        foreach (var restrict in DocumentRestrictions())
        {
            yield return restrict(all);
            yield return restrict(all with { Statuses = Both, PatientIds = [RegistryRows.Patient("p"), RegistryRows.Patient("q")] });
            yield return everything = restrict(everything);
        }

        var anybody = all with { PatientIds = [] };
        yield return anybody with { ClassCodes = TwoCodes };
        yield return anybody with { HealthcareFacilityTypeCodes = OneCode, Statuses = Both };
        yield return anybody with { EventCodes = [TwoCodes, OneCode] };
        yield return anybody with { ReferenceIds = [OneText, TwoTexts] };
        yield return anybody with { ReferenceIds = [TwoTexts], EventCodes = [OneCode], ClassCodes = OneCode };
    }

    static IEnumerable<Func<DocumentCriteria, DocumentCriteria>> DocumentRestrictions()
    {
        var range = new TimeRange(20050101000000, 20060101000000);
        yield return c => c;
        yield return c => c with { ClassCodes = OneCode };
        yield return c => c with { TypeCodes = TwoCodes };
        yield return c => c with { FormatCodes = TwoCodes };
        yield return c => c with { PracticeSettingCodes = OneCode };
        yield return c => c with { HealthcareFacilityTypeCodes = OneCode };
        yield return c => c with { EventCodes = [OneCode, TwoCodes] };
        yield return c => c with { ConfidentialityCodes = [TwoCodes, OneCode] };
        yield return c => c with { AuthorPersons = OneText };
        yield return c => c with { AuthorPersons = TwoTexts };
        yield return c => c with { Titles = OneText };
        yield return c => c with { Titles = TwoTexts };
        yield return c => c with { ReferenceIds = [OneText, TwoTexts] };
        yield return c => c with { CreationTime = range };
        yield return c => c with { CreationTime = range, Types = DocumentEntryTypes.All };
        yield return c => c with { ServiceStartTime = range, ServiceStopTime = range };
        yield return c => c with { Types = DocumentEntryTypes.OnDemand, Offline = false };
        yield return c => c with
        {
            Excluded = new DocumentExclusions
            {
                ClassCodes = OneCode,
                EventCodes = [OneCode, TwoCodes],
                ConfidentialityCodes = [TwoCodes],
                AuthorPersons = TwoTexts,
                ReferenceIds = [OneText, TwoTexts],
            },
        };
    }

    static IEnumerable<SubmissionSetCriteria> SubmissionSets()
    {
        var all = new SubmissionSetCriteria { PatientId = RegistryRows.Patient("p"), Statuses = Approved };
        yield return all;
        yield return all with { Statuses = Both };
        yield return all with { SourceIds = TwoTexts, SubmissionTime = new TimeRange(1, 2) };
        yield return all with { AuthorPersons = OneText, ContentTypeCodes = TwoCodes };
    }

    static IEnumerable<FolderCriteria> Folders()
    {
        var all = new FolderCriteria { PatientIds = [RegistryRows.Patient("p")], Statuses = Approved };
        yield return all;
        yield return all with { Statuses = Both, LastUpdateTime = new TimeRange(1, 2), Codes = [OneCode, TwoCodes] };
        yield return all with { PatientIds = [], Codes = [TwoCodes, OneCode] };
    }

    static IEnumerable<RegistryQuery> Gets()
    {
        var full = new DocumentFilter
        {
            FormatCodes = TwoCodes,
            ConfidentialityCodes = [OneCode, TwoCodes],
            Types = DocumentEntryTypes.All,
        };
        string[] one = [RegistryRows.Uuid("a")], two = [RegistryRows.Uuid("a"), RegistryRows.Uuid("b")];
        foreach (var values in new[] { one, two })
        {
            yield return new GetAssociationsQuery(values);
            yield return new GetSubmissionSetsQuery(values);
            foreach (var kind in Enum.GetValues<ObjectIdKind>())
            {
                var ids = new ObjectIds(kind, values);
                yield return new GetDocumentsQuery(ids);
                yield return new GetFoldersQuery(ids);
                yield return new GetDocumentsAndAssociationsQuery(ids);
                yield return new GetFoldersForDocumentQuery(ids);
                yield return new GetSubmissionSetAndContentsQuery(ids, DocumentFilter.Default);
                yield return new GetSubmissionSetAndContentsQuery(ids, full);
                yield return new GetFolderAndContentsQuery(ids, full);
                yield return new GetRelatedDocumentsQuery(ids, [AssociationType.Replace, AssociationType.Append], full);
            }
        }

        yield return new GetAllQuery(RegistryRows.Patient("p"), Both, Approved, Both, DocumentFilter.Default);
        yield return new GetAllQuery(RegistryRows.Patient("p"), Both, Approved, Both, full);
    }

    [Test]
    public void No_plan_reads_a_table_from_end_to_end([Values] ReturnType returnType, [Values] MetadataLevel level, [Values] bool restricted)
    {
        var scope = restricted ? new AccessScope { HiddenConfidentialityCodes = TwoCodes } : AccessScope.Everything;
        Assert.Multiple(() =>
        {
            foreach (var query in Queries())
            {
                var sql = Compose(query with { Level = level }, returnType, scope);
                foreach (var step in Plan(sql))
                    Assert.That(IsScanOfTable(step), Is.False, () => $"{step}\nin the plan of\n{sql}");
            }
        });
    }

    [Test]
    public void No_plan_sorts_an_answer()
    {
        Assert.Multiple(() =>
        {
            foreach (var query in Queries())
            {
                var sql = Compose(query, ReturnType.LeafClass, AccessScope.Everything);
                Assert.That(Plan(sql), Has.None.Contains("FOR ORDER BY"), sql.ToString());
            }
        });
    }

    [Test]
    public void References_do_not_touch_the_fragments()
    {
        foreach (var query in Queries())
            Assert.That(Compose(query, ReturnType.ObjectRef, AccessScope.Everything).ToString(), Does.Not.Contain("fragment"));
    }

    static QueryText Compose(RegistryQuery query, ReturnType returnType, AccessScope scope)
    {
        var sql = new QueryText();
        QuerySql.Compose(sql, query, returnType, scope);
        return sql;
    }

    static bool IsScanOfTable(string step)
    {
        if (!step.StartsWith("SCAN ", StringComparison.Ordinal)) return false;
        // The plan names a table by its alias where it has one: single letters, of which j and g stand for lists of the request, and
        // b, l, n and t for what the query has found already.
        var name = step.Split(' ')[1];
        return Tables.Contains(name) || name is "d" or "s" or "f" or "a" or "k" or "m" or "p" or "x" or "e" or "u" or "c" or "r" or "h";
    }

    List<string> Plan(QueryText sql)
    {
        using var command = _registry.Connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        for (var i = 0; i < sql.Values.Count; i++) command.Parameters.AddWithValue(QueryText.Name(i), sql.Values[i]);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read()) steps.Add(reader.GetString(3));
        return steps;
    }
}
