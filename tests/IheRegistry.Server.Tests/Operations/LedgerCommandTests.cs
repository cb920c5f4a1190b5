using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

[TestFixture]
public sealed class LedgerCommandTests : OperatedFixture
{
    [Test]
    public async Task The_ledger_played_again_says_what_of_the_cross_reference_differs_and_of_whom_not()
    {
        Directory.CreateDirectory(Data);
        await FeedAsync("1", "2");
        var whole = await CommandRun.OfAsync("ledger", "--data", Data);
        Alter("UPDATE identity_record SET person_row = 1 WHERE record_row = 2");

        var altered = await CommandRun.OfAsync("ledger", "--data", Data);

        Assert.That((whole.ExitCode, whole.Output.Trim(), whole.Errors), Is.EqualTo((0, "0 differences", "")));
        Assert.That((altered.ExitCode, altered.Output.Trim(), altered.Errors.Trim()), Is.EqualTo((1, "1 differences", "person of record 2 is 2, not 1")));
    }

    [Test]
    public async Task A_folder_without_a_database_is_none()
    {
        Directory.CreateDirectory(Data);
        var run = await CommandRun.OfAsync("ledger", "--data", Data);
        Assert.That((run.ExitCode, run.Output), Is.EqualTo((2, "")));
    }

    async Task FeedAsync(params string[] ids)
    {
        await using var store = new SqliteRegistryStore(Path.Combine(Data, SqliteRegistryStore.FileName), new WriteLatch());
        foreach (var id in ids)
        {
            await store.WriteAsync(
                tx => tx.Patients.Feed(
                    new RecordFeed { Id = new PatientId(id, "1.2.3"), Source = "test", Demographics = PatientDemographics.None },
                    new LedgerSource(DateTimeOffset.UnixEpoch, "test", id, "")),
                CancellationToken.None);
        }
    }

    void Alter(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, SqliteRegistryStore.FileName)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
