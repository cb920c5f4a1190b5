using System.Globalization;
using Dapper;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;
using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;
using SQLitePCL;

namespace IheRegistry.Store.Tests.Gates;

/// <summary>What a question about a patient costs is counted, not timed: the database's own steps do not grow with the patients.</summary>
[TestFixture]
public sealed class IdentityStepsTests
{
    const string Authority = "1.2.3";

    readonly ScratchFolder _folder = new();
    SqliteDatabase _small = null!;
    SqliteDatabase _large = null!;

    [OneTimeSetUp]
    public void Fill() => (_small, _large) = (Filled(100), Filled(1000));

    [OneTimeTearDown]
    public void Remove()
    {
        _small.Dispose();
        _large.Dispose();
        _folder.Dispose();
    }

    [TestCase("find_ids.sql")]
    [TestCase("find_ids_by_epid.sql")]
    [TestCase("find_record.sql")]
    [TestCase("rows_of_block.sql")]
    [TestCase("rows_of_reference.sql")]
    [TestCase("rows_of_text.sql")]
    [TestCase("rows_of_text_prefix.sql")]
    [TestCase("records_of_person.sql")]
    [TestCase("asserted_of_record.sql")]
    public void A_lookup_takes_as_many_database_steps_among_ten_times_as_many_patients(string file)
    {
        var small = Steps(_small, file);
        Assert.That(small, Is.GreaterThan(0));
        Assert.That(Steps(_large, file), Is.EqualTo(small));
    }

    SqliteDatabase Filled(int patients)
    {
        var database = new SqliteDatabase(_folder.PathOf($"{patients}.db"));
        using var transaction = new SqliteRegistryTransaction(database.Writer);
        database.Writer.Execute("BEGIN IMMEDIATE");
        for (var i = 0; i < patients; i++) transaction.Patients.Feed(Record(i), new LedgerSource(DateTimeOffset.UnixEpoch, "test", "", ""));
        database.Writer.Execute("COMMIT TRANSACTION");
        return database;
    }

    static RecordFeed Record(int number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new RecordFeed
        {
            Id = new PatientId(text, Authority),
            Source = "test",
            Demographics = PatientDemographics.None,
            OtherIds = [new PatientIdentifier(text, new HierarchicDesignator("", "1.2.4", "ISO"), "")],
            BlockingKeys = [number],
            SearchKeys = [new SearchKey(1, $"-{text}-")],
            EnterpriseAuthority = Authority,
        };
    }

    // Of the patient of number 7, who is the eighth.
    static int Steps(SqliteDatabase database, string file)
    {
        var sql = SqlText.Of("Patients/Sql/" + file);
        Assert.That(raw.sqlite3_prepare_v2(database.Writer.Handle, sql, out var statement), Is.EqualTo(raw.SQLITE_OK));
        using (statement)
        {
            var isByEpid = file.Contains("epid", StringComparison.Ordinal);
            Bind(statement, "$id", isByEpid ? EnterpriseId.Of(8) : "7");
            Bind(statement, "$authority", Authority);
            Bind(statement, "$text", "-7-");
            Bind(statement, "$from", "-7-");
            Bind(statement, "$to", PrefixRange.End("-7-"));
            Bind(statement, "$kind", 1);
            Bind(statement, "$most", 10);
            Bind(statement, "$key", file.Contains("reference", StringComparison.Ordinal) ? RecordKeys.Reference(Record(7).OtherIds[0]) : 7);
            Bind(statement, "$person_row", 8);
            Bind(statement, "$record_row", 8);
            var rows = 0;
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW) rows++;
            Assert.That(rows, Is.EqualTo(1));
            return raw.sqlite3_stmt_status(statement, raw.SQLITE_STMTSTATUS_VM_STEP, 0);
        }
    }

    static void Bind(sqlite3_stmt statement, string name, string value)
    {
        if (raw.sqlite3_bind_parameter_index(statement, name) is > 0 and var index) raw.sqlite3_bind_text(statement, index, value);
    }

    static void Bind(sqlite3_stmt statement, string name, long value)
    {
        if (raw.sqlite3_bind_parameter_index(statement, name) is > 0 and var index) raw.sqlite3_bind_int64(statement, index, value);
    }
}
