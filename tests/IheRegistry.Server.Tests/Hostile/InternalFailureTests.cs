using System.Xml.Linq;
using IheRegistry.Model;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>When the machine fails below the server, the answer says so and nothing of the insides; the log says more, without patients' data.</summary>
[TestFixture]
sealed class InternalFailureTests : AttackFixture
{
    [Test]
    public async Task A_database_that_fails_is_an_error_of_the_actor()
    {
        Execute("ALTER TABLE patient RENAME TO away");
        try
        {
            await MustFailInternallyAsync(Request.Iti42(Known), "XDSRegistryError");
            await MustFailInternallyAsync(Request.Iti18(Known), "XDSRegistryError");
            await MustFailInternallyAsync(Request.Iti41(Known, Document), "XDSRepositoryError");
            using var wire = new MllpWire(Server.MllpPort);
            Assert.That(await wire.AskAsync(new Patient().Admission()), Does.Contain("\rMSA|AR|").And.Contain("|207^"));
        }
        finally
        {
            Execute("ALTER TABLE away RENAME TO patient");
        }

        MustHaveLoggedWithoutPatients();
    }

    [Test]
    public async Task A_staging_folder_that_is_gone_is_an_error_of_the_repository()
    {
        var staging = Path.Combine(Server.DataFolder, "documents", ".staging");
        Directory.Delete(staging, recursive: true);
        await MustFailInternallyAsync(Request.Iti41(Known, Document), "XDSRepositoryError");
        Directory.CreateDirectory(staging);
        MustHaveLoggedWithoutPatients();
    }

    [Test]
    public async Task A_spool_folder_that_is_gone_is_a_fault_of_the_receiver()
    {
        var spool = Path.Combine(Server.DataFolder, "spool");
        Directory.Delete(spool, recursive: true);
        var answer = await AnswerAsync(new Request(
            Transactions.RepositoryPath,
            Request.MtomContentType,
            [.. Request.PartStart("document@attack")[2..], .. Document, .. "\r\n"u8, .. Request.MtomStart(Request.Iti41Envelope(Known, Request.NewOid(), Document)), .. Request.MtomEnd]));
        Directory.CreateDirectory(spool);
        Assert.That((answer.Status, answer.FaultCode), Is.EqualTo((500, "Receiver")));
        Assert.That(answer.FaultReason, Does.StartWith("The request failed for an internal reason; nothing was stored. Reference: "));
        MustHaveLoggedWithoutPatients();
    }

    async Task MustFailInternallyAsync(Request request, string errorCode)
    {
        var answer = await MustFailAsync(request, errorCode);
        var context = answer.Envelope.Descendants().Attributes("codeContext").Single().Value;
        Assert.That(context, Does.StartWith("The request failed for an internal reason; nothing was stored. Reference: "));
    }

    void MustHaveLoggedWithoutPatients()
    {
        var log = Server.LogSinceLastAsked();
        Assert.That(log, Does.Contain(" ERROR "));
        Leaks.NoPatientIn(log);
    }

    void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Server.DataFolder, "registry.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
