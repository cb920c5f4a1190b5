using IheRegistry.Model;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Server.Tests.BlackBox;
using IheRegistry.Server.Tests.Hostile;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>Asynchronous Web Services Exchange (ITI TF-2 V.5): the answer goes to wsa:ReplyTo on a connection of its own.</summary>
[TestFixture]
public sealed class AsynchronousAnswerTests : TransactionFixture
{
    const string Ticket = "<a:ReferenceParameters><t:Ticket xmlns:t=\"urn:ticket\">4711</t:Ticket></a:ReferenceParameters>";

    readonly AnswerReceiver _receiver = new();

    protected override string[] Arguments => ["--reply-to", $"{_receiver.Root}, http://localhost:{_receiver.Port}/"];

    [OneTimeSetUp]
    public Task OpenReceiver() => _receiver.OpenAsync();

    [OneTimeTearDown]
    public async Task CloseReceiver() => await _receiver.DisposeAsync();

    [Test]
    public async Task A_submission_is_acknowledged_with_202_and_answered_at_ReplyTo()
    {
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(await NewPatientAsync()).Build()).For(_receiver.Address());

        var answer = await ExchangeAsync(Server.Registry, request);

        AssertAnswers(answer, request, Transactions.Iti42);
        Assert.That(answer.Reply.Status, Is.EqualTo("Success"), answer.Reply.ErrorText);
        Assert.That(answer.Reply.IsMtom, Is.False, "packaged as the question was");
    }

    [Test]
    public async Task A_provided_document_is_answered_at_ReplyTo_as_MTOM()
    {
        var submission = ToProvide(await NewPatientAsync());
        var request = SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, Content())).For(_receiver.Address());

        var answer = await ExchangeAsync(Server.Repository, request);

        AssertAnswers(answer, request, Transactions.Iti41);
        Assert.That(answer.Reply.Status, Is.EqualTo("Success"), answer.Reply.ErrorText);
        Assert.That(answer.Reply.IsMtom);
        Assert.That(await FindDocumentsAsync(submission.Build().Objects.First(o => o.ExternalIdentifiers.Count > 0).ExternalIdentifiers
            .First(i => i.Value!.Contains("^^^", StringComparison.Ordinal)).Value!), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task An_update_is_answered_at_ReplyTo()
    {
        var patient = await NewPatientAsync();
        var entry = await RegisteredEntryAsync(patient);
        var update = SubmissionBuilder.Empty(patient).AddAssociation(
            AssociationType.UpdateAvailabilityStatus, SubmissionBuilder.SetId, entry.Id!, "Status",
            a => a.Slot(SlotNames.OriginalStatus, AvailabilityStatusUrn.Approved).Slot(SlotNames.NewStatus, AvailabilityStatusUrn.Deprecated));
        var request = SoapRequest.Update(update.Build()).For(_receiver.Address());

        var answer = await ExchangeAsync(Server.Registry, request);

        AssertAnswers(answer, request, Transactions.Iti57);
        Assert.That(answer.Reply.Status, Is.EqualTo("Success"), answer.Reply.ErrorText);
        Assert.That((await FindDocumentsAsync(patient)).Single().Status, Is.EqualTo(AvailabilityStatusUrn.Deprecated));
    }

    [Test]
    public async Task A_query_is_answered_at_ReplyTo()
    {
        var patient = await NewPatientAsync();
        await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
        var request = SoapRequest.StoredQuery(
            StoredQueryIds.FindDocuments, "LeafClass", (ParameterNames.DocumentEntryPatientId, $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')")).For(_receiver.Address());

        var answer = await ExchangeAsync(Server.Registry, request);

        AssertAnswers(answer, request, Transactions.Iti18);
        Assert.That(answer.Reply.Objects, Has.Count.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_document_of_ten_megabytes_is_retrieved_to_ReplyTo(bool mtom)
    {
        var content = Content(10 << 20);
        var document = await ProvidedAsync(await NewPatientAsync(), content);
        var request = SoapRequest.Retrieve(mtom, (RepositoryUniqueId, document)).For(_receiver.Address());

        var answer = await ExchangeAsync(Server.Repository, request);

        AssertAnswers(answer, request, Transactions.Iti43);
        Assert.That(answer.Reply.IsMtom, Is.EqualTo(mtom));
        Assert.That(answer.Reply.Documents[document], Is.EqualTo(content));
        await AssertNothingWaitsAsync();
    }

    [Test]
    public async Task A_refused_submission_is_an_answer_and_no_fault()
    {
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(UnknownPatient()).Build()).For(_receiver.Address("reply"), _receiver.Address("fault"));

        var answer = await ExchangeAsync(Server.Registry, request);

        Assert.That(answer.Path, Is.EqualTo("/answers/reply"));
        Assert.That(answer.Reply.ErrorCodes, Does.Contain("XDSUnknownPatientId"));
    }

    [Test]
    public async Task Reference_parameters_come_back_as_headers()
    {
        var query = Query();
        var answer = await ExchangeAsync(Server.Registry, query.For(_receiver.Address(), parameters: Ticket));
        var here = await Peer.PostAsync(Server.Registry, query.For(AsynchronousRequest.OnConnection, parameters: Ticket));

        Assert.That(Tickets(answer.Reply), Is.EqualTo(new[] { "4711 true" }));
        Assert.That(Tickets(here), Is.EqualTo(new[] { "4711 true" }), "WS-Addressing 1.0 core section 3.4 makes no exception of the anonymous address");
        Assert.That(Tickets(await Peer.PostAsync(Server.Registry, query)), Is.Empty);
    }

    [Test]
    public async Task A_fault_goes_to_FaultTo_and_without_one_to_ReplyTo()
    {
        var broken = new SoapRequest("application/soap+xml", [.. Query().Body]);
        broken = broken with { Body = [.. System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(broken.Body).Replace("AdhocQueryRequest", "NoRequest", StringComparison.Ordinal))] };

        var apart = await ExchangeAsync(Server.Registry, broken.For(_receiver.Address("reply"), _receiver.Address("fault")));
        var together = await ExchangeAsync(Server.Registry, broken.For(_receiver.Address("reply")));

        Assert.That((apart.Path, together.Path), Is.EqualTo(("/answers/fault", "/answers/reply")));
        foreach (var fault in new[] { apart, together })
        {
            Assert.That(fault.Reply.IsFault);
            Assert.That(fault.Header("RelatesTo"), Is.EqualTo(broken.MessageId()));
            Assert.That(fault.Header("Action"), Is.EqualTo("http://www.w3.org/2005/08/addressing/soap/fault"));
            Assert.That(fault.Header("To"), Is.EqualTo($"http://127.0.0.1:{_receiver.Port}{fault.Path}"));
        }
    }

    [Test]
    public async Task An_action_that_is_not_supported_is_told_to_FaultTo()
    {
        var request = SoapRequest.Retrieve(mtom: false, (RepositoryUniqueId, "1.2.3")).For(_receiver.Address("reply"), _receiver.Address("fault"));

        var fault = await ExchangeAsync(Server.Registry, request);

        Assert.That(fault.Path, Is.EqualTo("/answers/fault"));
        Assert.That(fault.Header("Action"), Is.EqualTo("http://www.w3.org/2005/08/addressing/fault"));
    }

    [Test]
    public async Task FaultTo_alone_leaves_the_answer_on_the_connection()
    {
        var good = await Peer.PostAsync(Server.Registry, Query().For(AsynchronousRequest.OnConnection, _receiver.Address("fault")));
        Assert.That(good.Status, Is.EqualTo("Success"));

        var fault = await ExchangeAsync(
            Server.Registry, SoapRequest.Retrieve(mtom: false, (RepositoryUniqueId, "1.2.3")).For(AsynchronousRequest.OnConnection, _receiver.Address("fault")));
        Assert.That(fault.Path, Is.EqualTo("/answers/fault"));
    }

    [Test]
    public async Task An_anonymous_FaultTo_leaves_the_fault_on_the_connection()
    {
        var answer = await ExchangeAsync(Server.Registry, Query().For(_receiver.Address("reply"), AsynchronousRequest.OnConnection));
        Assert.That(answer.Path, Is.EqualTo("/answers/reply"));

        var fault = await Peer.PostAsync(
            Server.Registry, SoapRequest.Retrieve(mtom: false, (RepositoryUniqueId, "1.2.3")).For(_receiver.Address("reply"), AsynchronousRequest.OnConnection));
        Assert.That((fault.HttpStatus, fault.IsFault), Is.EqualTo((400, true)));
    }

    [Test]
    public async Task A_receiver_that_fails_gets_the_same_message_again()
    {
        _receiver.Next(500);
        _receiver.Next(404);
        var request = Query().For(_receiver.Address());

        var first = await ExchangeAsync(Server.Registry, request);
        var second = await _receiver.TakeAsync();
        var third = await _receiver.TakeAsync();

        Assert.That(new[] { first.Status, second.Status, third.Status }, Is.EqualTo(new[] { 500, 404, 202 }));
        Assert.That(second.Body, Is.EqualTo(first.Body));
        Assert.That(third.Body, Is.EqualTo(first.Body), "the same MessageID by which the receiver knows it");
        await AssertNothingWaitsAsync();
    }

    [Test]
    public async Task A_redirect_is_not_followed()
    {
        _receiver.Next(307, $"http://127.0.0.1:{_receiver.Port}/elsewhere");

        var first = await ExchangeAsync(Server.Registry, Query().For(_receiver.Address()));
        var second = await _receiver.TakeAsync();

        Assert.That((first.Path, second.Path), Is.EqualTo(("/answers/source", "/answers/source")));
        Assert.That((first.Status, second.Status), Is.EqualTo((307, 202)));
        Assert.That(_receiver.Posts.Select(post => post.Path), Has.None.Contains("elsewhere"));
    }

    [Test]
    public async Task The_request_and_the_delivery_are_audited()
    {
        var mark = AuditMark();
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(await NewPatientAsync()).Build()).For(_receiver.Address("audited"));

        await ExchangeAsync(Server.Registry, request);

        await Waiting.UntilAsync(() => AuditedSince(mark).Contains("asynchronous-answer 110106 R 0"), "the delivery is audited");
        Assert.That(AuditedSince(mark), Does.Contain("ITI-42 110107 C 0"));
        var audited = Server.Query(
            $"SELECT message FROM audit_event WHERE sequence > {mark} AND event_type IN ('ITI-42', 'asynchronous-answer')",
            row => System.Text.Encoding.UTF8.GetString((byte[])row.GetValue(0)));
        Assert.That(audited, Has.Count.EqualTo(2).And.All.Contains(_receiver.Address("audited")), "UserID is the content of wsa:ReplyTo (3.42.5.1.2)");
        Assert.That(audited, Has.One.Contains(request.MessageId()));
        Assert.That(audited.SelectMany(message => AuditMessageSchema.Errors(System.Text.Encoding.UTF8.GetBytes(message))), Is.Empty);
    }

    [Test]
    public async Task A_slow_receiver_keeps_no_other_one_waiting()
    {
        await using var slow = await AnswerReceiver.StartAsync();
        await using var server = await Hosting.TestServer.StartAsync("--reply-to", $"{_receiver.Root},{slow.Root}");
        var gate = new TaskCompletionSource();
        for (var held = 0; held < 10; held++) slow.Next(_ => gate.Task);
        for (var held = 0; held < 10; held++) await AcceptedAsync(server.Registry, Query().For(slow.Address()));

        var request = Query().For(_receiver.Address());
        var answer = await ExchangeAsync(server.Registry, request);

        Assert.That(answer.Header("RelatesTo"), Is.EqualTo(request.MessageId()));
        Assert.That(slow.Posts, Is.Empty);
        gate.SetResult();
        for (var held = 0; held < 10; held++) await slow.TakeAsync();
    }

    static SoapRequest Query() => SoapRequest.StoredQuery(
        StoredQueryIds.FindDocuments, "ObjectRef", (ParameterNames.DocumentEntryPatientId, $"'{UnknownPatient()}'"),
        (ParameterNames.DocumentEntryStatus, "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved')"));

    static IEnumerable<string> Tickets(SoapReply reply) => reply.Envelope.Descendants("{urn:ticket}Ticket")
        .Select(ticket => $"{ticket.Value} {(string?)ticket.Attribute("{http://www.w3.org/2005/08/addressing}IsReferenceParameter")}");

    static async Task AcceptedAsync(Uri endpoint, SoapRequest request) =>
        Assert.That(await AsynchronousRequest.PostAsync(endpoint, request), Is.EqualTo((202, "")));

    async Task<ReceivedPost> ExchangeAsync(Uri endpoint, SoapRequest request)
    {
        await AcceptedAsync(endpoint, request);
        return await _receiver.TakeAsync();
    }

    static void AssertAnswers(ReceivedPost answer, SoapRequest request, Transaction transaction)
    {
        Assert.That(answer.Header("RelatesTo"), Is.EqualTo(request.MessageId()));
        Assert.That(answer.Header("Action"), Is.EqualTo(transaction.ResponseAction));
        Assert.That(answer.Header("To"), Does.EndWith(answer.Path));
        Assert.That(answer.Header("MessageID"), Does.StartWith("urn:uuid:").And.Not.EqualTo(request.MessageId()));
        Assert.That(SchemaValidation.Errors(answer.Reply.EnvelopeBytes), Is.Empty);
        Assert.That(SchemaValidation.OfficialErrors(answer.Reply.EnvelopeBytes), Is.Empty);
    }

    async Task AssertNothingWaitsAsync()
    {
        var folder = Path.Combine(Server.DataFolder, "outbox");
        await Waiting.UntilAsync(() => Directory.GetFiles(folder).Length == 0, "the file of a delivered answer is gone");
        await Waiting.UntilAsync(
            () => Server.Query("SELECT count(*) FROM outbox", row => row.GetInt64(0)).Single() == 0, "the row of a delivered answer is gone");
    }
}
