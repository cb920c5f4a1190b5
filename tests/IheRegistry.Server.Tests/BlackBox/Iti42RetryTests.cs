using System.Net;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>What comes again: submissions, uniqueIds, entryUUIDs.</summary>
[TestFixture]
public sealed class Iti42RetryTests : TransactionFixture
{
    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task A_retry_gets_the_original_answer_and_stores_nothing()
    {
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(await NewPatientAsync()).Build());
        var first = await Peer.PostAsync(Server.Registry, request);
        var kept = Kept();

        var second = await Peer.PostAsync(Server.Registry, request);

        Assert.That((first.Status, second.Status), Is.EqualTo(("Success", "Success")));
        Assert.That(second.ErrorCodes, Is.EqualTo(first.ErrorCodes));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [TestCase(false)]
    [TestCase(true)]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    [Platform("Linux", Reason = "Only there the whole of 127.0.0.0/8 is this machine.")]
    public async Task What_another_caller_sent_before_is_no_retry(bool throughRepository)
    {
        var submission = ToProvide(await NewPatientAsync());
        var (endpoint, request) = throughRepository
            ? (Server.Repository, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, Content())))
            : (Server.Registry, SoapRequest.Register(SubmissionBuilder.OneDocument(await NewPatientAsync()).Build()));
        await Peer.PostAsync(endpoint, request);
        var kept = Kept();
        using var other = new SoapPeer(IPAddress.Parse("127.0.0.2"));

        var reply = await other.PostAsync(endpoint, request);

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDuplicateUniqueIdInRegistry" })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task A_known_SubmissionSet_uniqueId_with_other_metadata_is_refused()
    {
        var submission = await RegisteredAsync(SubmissionBuilder.OneDocument(await NewPatientAsync()));
        var kept = Kept();

        var reply = await RegisterAsync(submission.Document(d => d.Title("Another title")));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDuplicateUniqueIdInRegistry" })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task A_SubmissionSet_cannot_take_the_uniqueId_of_a_document()
    {
        var patient = await NewPatientAsync();
        var taken = UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(patient)));

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(patient).Set(s => s.Identifier(SchemeUuids.SubmissionSetUniqueId, taken)));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDuplicateUniqueIdInRegistry" })));
    }

    [Test]
    public async Task A_Folder_cannot_take_the_uniqueId_of_another()
    {
        var patient = await NewPatientAsync();
        var first = await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(patient));
        var taken = first[SubmissionBuilder.FolderId].Build().Identifier(SchemeUuids.FolderUniqueId);

        var reply = await RegisterAsync(
            SubmissionBuilder.OneDocumentInFolder(patient).Folder(f => f.Identifier(SchemeUuids.FolderUniqueId, taken)));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSDuplicateUniqueIdInRegistry" })));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.1")]
    public async Task The_same_document_may_be_registered_again()
    {
        var patient = await NewPatientAsync();
        var first = await RegisteredAsync(SubmissionBuilder.OneDocument(patient));

        await RegisteredAsync(SubmissionBuilder.OneDocument(patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, UniqueId(first))));

        Assert.That(await FindDocumentsAsync(patient), Has.Count.EqualTo(2));
    }

    [TestCase(SlotNames.Hash, "0000000000000000000000000000000000000000", "XDSNonIdenticalHash")]
    [TestCase(SlotNames.Size, "37", "XDSNonIdenticalSize")]
    [Requirement("ITI-42:3.42.4.1.3.3.1")]
    public async Task Another_document_under_a_known_uniqueId_is_refused(string slot, string value, string code)
    {
        var patient = await NewPatientAsync();
        var first = await RegisteredAsync(SubmissionBuilder.OneDocument(patient));
        var kept = Kept();

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(patient).Document(d => d
            .Identifier(SchemeUuids.DocumentEntryUniqueId, UniqueId(first))
            .Slot(slot, value)));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { code })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.7")]
    public async Task A_pre_assigned_entryUUID_is_kept()
    {
        var uuid = $"urn:uuid:{Guid.NewGuid()}";
        var submission = await RegisteredAsync(WithEntryUuid(await NewPatientAsync(), uuid));

        Assert.That((await EntryAsync(submission[uuid].Build().Identifier(SchemeUuids.DocumentEntryUniqueId)!)).Id, Is.EqualTo(uuid));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.7")]
    public async Task A_pre_assigned_entryUUID_that_exists_is_refused()
    {
        var patient = await NewPatientAsync();
        var taken = (await RegisteredEntryAsync(patient)).Id!;
        var kept = Kept();

        var reply = await RegisterAsync(WithEntryUuid(patient, taken));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryMetadataError" })), reply.ErrorText);
        Assert.That(reply.ErrorText, Does.Contain(taken));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.1")]
    public async Task One_wrong_document_of_two_keeps_both_out()
    {
        var patient = await NewPatientAsync();
        var kept = Kept();

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(patient).AddDocument("Document02").Change("Document02", d => d.Without(SlotNames.LanguageCode)));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryMetadataError" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
        Assert.That(await FindDocumentsAsync(patient), Is.Empty);
    }

    [Test]
    public async Task The_same_MessageID_twice_is_two_messages()
    {
        var patient = await NewPatientAsync();
        var request = SoapRequest.Register(SubmissionBuilder.OneDocument(patient).Build());
        await Peer.PostAsync(Server.Registry, request);
        var other = SoapRequest.Register(SubmissionBuilder.OneDocument(patient).Build());

        var reply = await Peer.PostAsync(Server.Registry, other with { Body = WithMessageIdOf(request.Body, other.Body) });

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That(await FindDocumentsAsync(patient), Has.Count.EqualTo(2));
    }

    static SubmissionBuilder WithEntryUuid(string patient, string uuid) => SubmissionBuilder.Empty(patient).AddDocument(uuid);

    static byte[] WithMessageIdOf(byte[] first, byte[] second)
    {
        var (from, to) = (System.Text.Encoding.UTF8.GetString(first), System.Text.Encoding.UTF8.GetString(second));
        return System.Text.Encoding.UTF8.GetBytes(to.Replace(MessageId(to), MessageId(from), StringComparison.Ordinal));
    }

    static string MessageId(string envelope)
    {
        var start = envelope.IndexOf("MessageID>", StringComparison.Ordinal) + "MessageID>".Length;
        return envelope[start..envelope.IndexOf('<', start)];
    }
}
