using System.Text;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hostile;

/// <summary>
/// A fixture that attacks one server. After each attack the server still serves, and its log holds neither a patient's data nor a failure
/// that it did not foresee.
/// </summary>
abstract class AttackFixture
{
    protected static readonly byte[] Document = Encoding.UTF8.GetBytes($"<note>{Leaks.PatientMark} slept well.</note>");

    /// <summary>The server.</summary>
    protected AttackedServer Server { get; private set; } = null!;

    /// <summary>A patient that the server knows.</summary>
    protected Patient Known { get; private set; } = null!;

    /// <summary>Options as on the command line.</summary>
    protected virtual string[] Arguments => [];

    [OneTimeSetUp]
    public async Task StartServer()
    {
        Server = await AttackedServer.StartAsync(["--log-level", "trace", .. Arguments]);
        Known = await new Patient().FedToAsync(Server);
    }

    [OneTimeTearDown]
    public async Task StopServer()
    {
        if (Server is not null) await Server.DisposeAsync();
    }

    [TearDown]
    public async Task TheServerIsWell()
    {
        await MustServeAsync();
        var log = Server.LogSinceLastAsked();
        Leaks.NoPatientIn(log);
        Assert.That(log, Does.Not.Contain(" ERROR "), "the log tells of a failure that was not foreseen");
    }

    /// <summary>The answer to a request, which must be there and whole.</summary>
    protected async Task<HttpAnswer> AnswerAsync(Request request)
    {
        var answer = await request.PostAsync(Server);
        Assert.That(answer, Is.Not.Null, "the connection ended without an answer");
        Assert.That(answer!.IsWhole, "the answer is not whole");
        return answer;
    }

    /// <summary>A request that must be refused with a fault, store nothing and be audited as a failure.</summary>
    protected async Task MustFaultAsync(Request request, int status, string code, string reason)
    {
        var before = StoredState.Of(Server);
        var answer = await AnswerAsync(request);
        Assert.That((answer.Status, answer.FaultCode, answer.FaultReason), Is.EqualTo((status, code, reason)), answer.Text);
        before.MustBeUnchangedButForAFailureEvent();
    }

    /// <summary>A request that must be answered with Failure and these error codes, store nothing and be audited as a failure.</summary>
    protected async Task<HttpAnswer> MustFailAsync(Request request, string errorCodes)
    {
        var before = StoredState.Of(Server);
        var answer = await AnswerAsync(request);
        Assert.That((answer.Status, answer.ResponseStatus, answer.ErrorCodes), Is.EqualTo((200, "Failure", errorCodes)), answer.Text);
        before.MustBeUnchangedButForAFailureEvent();
        return answer;
    }

    /// <summary>A submission goes in and comes out: the server is well.</summary>
    protected async Task MustServeAsync()
    {
        Assert.That(Server.IsRunning);
        var uniqueId = Request.NewOid();
        var submitted = await AnswerAsync(Request.Iti41(Known, Document, uniqueId));
        Assert.That(submitted.ResponseStatus, Is.EqualTo("Success"), submitted.Text);
        var retrieved = await AnswerAsync(Request.Iti43(uniqueId));
        Assert.That(retrieved.Text, Does.Contain(Encoding.UTF8.GetString(Document)));
    }
}
