using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Documents on their way into the repository.</summary>
[TestFixture]
[Requirement("ITI-41:3.41.4.1.3")]
public sealed class Iti41ProvideAndRegisterTests : TransactionFixture
{
    const string Document01 = SubmissionBuilder.DocumentId;
    const string Document02 = "Document02";

    string _patient = "";

    /// <inheritdoc />
    protected override string[] Arguments => ["--document", "1MiB", "--inline-document", "64KiB"];

    [SetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-41:3.41.4.1.3.2")]
    public async Task The_repository_fills_in_hash_size_and_its_own_id(bool mtom)
    {
        var (submission, content) = (ToProvide(_patient), Content());

        var reply = await ProvideAsync(mtom, submission, (Document01, content));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        var entry = await EntryAsync(UniqueId(submission));
        Assert.That(entry.SlotValue(SlotNames.Hash), Is.EqualTo(Sha1(content)).IgnoreCase);
        Assert.That(entry.SlotValue(SlotNames.Size), Is.EqualTo("1000"));
        Assert.That(entry.SlotValue(SlotNames.RepositoryUniqueId), Is.EqualTo(RepositoryUniqueId));
    }

    [Test]
    [Requirement("ITI-41:3.41.4.1.3.2")]
    public async Task A_repositoryUniqueId_of_the_sender_is_replaced()
    {
        var submission = ToProvide(_patient).Document(d => d.Slot(SlotNames.RepositoryUniqueId, "1.2.3.4"));

        var reply = await ProvideAsync(true, submission, (Document01, Content()));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That((await EntryAsync(UniqueId(submission))).SlotValue(SlotNames.RepositoryUniqueId), Is.EqualTo(RepositoryUniqueId));
    }

    [Test]
    public async Task A_declared_hash_and_size_that_are_right_are_taken_in_any_case_of_letters()
    {
        var content = Content();
        var submission = ToProvide(_patient).Document(d => d.Slot(SlotNames.Hash, Sha1(content).ToUpperInvariant()).Slot(SlotNames.Size, "1000"));

        var reply = await ProvideAsync(true, submission, (Document01, content));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    [TestCase(SlotNames.Hash, "0000000000000000000000000000000000000000")]
    [TestCase(SlotNames.Size, "999")]
    public async Task A_wrong_hash_or_size_leaves_nothing(string slot, string value)
    {
        var kept = Kept();

        var reply = await ProvideAsync(
            true,
            ToProvide(_patient).AddDocument(Document02).Change(Document02, WithoutContentFacts).Change(Document02, d => d.Slot(slot, value)),
            (Document01, Content()),
            (Document02, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRepositoryMetadataError" })), reply.ErrorText);
        Assert.That(reply.ErrorText, Does.Contain(value));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task What_the_registry_refuses_leaves_no_document()
    {
        var kept = Kept();

        var reply = await ProvideAsync(true, ToProvide(UnknownPatient()), (Document01, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSUnknownPatientId" })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task An_attachment_that_is_missing_leaves_nothing()
    {
        var submission = ToProvide(_patient).AddDocument(Document02).Change(Document02, WithoutContentFacts).Build();
        var kept = Kept();

        var envelope = SoapRequest.ProvideEnvelope(submission, (Document01, "a@peer"), (Document02, "b@peer"));
        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Mtom(envelope, [new SoapPart("a@peer", Content())]));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSMissingDocument" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task A_DocumentEntry_without_a_Document_leaves_nothing()
    {
        var kept = Kept();

        var reply = await ProvideAsync(true, ToProvide(_patient).AddDocument(Document02).Change(Document02, WithoutContentFacts), (Document01, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSMissingDocument" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_Document_without_a_DocumentEntry_leaves_nothing(bool mtom)
    {
        var kept = Kept();

        var reply = await ProvideAsync(mtom, ToProvide(_patient), (Document01, Content()), (Document02, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSMissingDocumentMetadata" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task An_attachment_that_nothing_refers_to_leaves_nothing()
    {
        var kept = Kept();

        var envelope = SoapRequest.ProvideEnvelope(ToProvide(_patient).Build(), (Document01, "a@peer"));
        var reply = await Peer.PostAsync(
            Server.Repository, SoapRequest.Mtom(envelope, [new SoapPart("a@peer", Content()), new SoapPart("stray@peer", Content())]));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSMissingDocumentMetadata" })), reply.ErrorText);
        Assert.That(reply.ErrorText, Does.Contain("stray@peer"));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task Two_attachments_of_one_name_leave_nothing()
    {
        var kept = Kept();

        var envelope = SoapRequest.ProvideEnvelope(ToProvide(_patient).Build(), (Document01, "a@peer"));
        var reply = await Peer.PostAsync(
            Server.Repository, SoapRequest.Mtom(envelope, [new SoapPart("a@peer", Content()), new SoapPart("a@peer", Content())]));

        Assert.That(reply.IsFault, reply.Envelope.ToString());
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Two_Documents_for_one_DocumentEntry_leave_nothing(bool mtom)
    {
        var kept = Kept();

        var reply = await ProvideAsync(mtom, ToProvide(_patient), (Document01, Content()), (Document01, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRepositoryMetadataError" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task A_cid_that_points_nowhere_leaves_nothing()
    {
        var kept = Kept();

        var envelope = SoapRequest.ProvideEnvelope(ToProvide(_patient).Build(), (Document01, "nowhere@peer"));
        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Mtom(envelope, []));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSMissingDocument" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(2)]
    public async Task Parts_may_come_in_any_order(int rootAt)
    {
        var submission = ToProvide(_patient).AddDocument(Document02).Change(Document02, WithoutContentFacts);
        var (first, second) = (Content(10), Content(70_000));

        var envelope = SoapRequest.ProvideEnvelope(submission.Build(), (Document01, "a@peer"), (Document02, "b@peer"));
        var reply = await Peer.PostAsync(
            Server.Repository, SoapRequest.Mtom(envelope, [new SoapPart("b@peer", second), new SoapPart("a@peer", first)], rootAt));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        var retrieved = await RetrieveAsync(UniqueId(submission), UniqueId(submission, Document02));
        Assert.That(retrieved.Documents[UniqueId(submission)], Is.EqualTo(first));
        Assert.That(retrieved.Documents[UniqueId(submission, Document02)], Is.EqualTo(second));
    }

    [Test]
    public async Task A_document_that_looks_like_a_boundary_comes_through_whole()
    {
        var content = Encoding.ASCII.GetBytes("\r\n--\r\n------=_Part_4711\r\n\r\n----=_Part_4711.peer--\r\n");

        var uniqueId = await ProvidedAsync(_patient, content);

        Assert.That((await RetrieveAsync(uniqueId)).Documents[uniqueId], Is.EqualTo(content));
    }

    [Test]
    public async Task An_empty_document_is_a_document()
    {
        var uniqueId = await ProvidedAsync(_patient, []);

        Assert.That((await RetrieveAsync(uniqueId)).Documents[uniqueId], Is.Empty);
    }

    [Test]
    public async Task A_document_above_the_limit_leaves_nothing()
    {
        var kept = Kept();

        var reply = await ProvideAsync(true, ToProvide(_patient), (Document01, Content((1 << 20) + 1)));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRepositoryOutOfResources" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    public async Task A_message_cut_off_leaves_nothing()
    {
        var kept = Kept();
        var whole = SoapRequest.Provide(ToProvide(_patient).Build(), (Document01, Content(50_000)));

        var reply = await Peer.PostAsync(Server.Repository, whole with { Body = whole.Body[..^10_000] });

        Assert.That(reply.IsFault, reply.Envelope.ToString());
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task A_retry_gets_the_original_answer_and_stores_nothing(bool mtom)
    {
        var (submission, content) = (ToProvide(_patient).Build(), Content());
        var request = mtom ? SoapRequest.Provide(submission, (Document01, content)) : SoapRequest.ProvideInline(submission, (Document01, content));
        await Peer.PostAsync(Server.Repository, request);
        var kept = Kept();

        var second = await Peer.PostAsync(Server.Repository, request);

        Assert.That((second.Status, second.ErrorCodes), Is.EqualTo(("Success", Array.Empty<string>())));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.7")]
    public async Task A_known_SubmissionSet_uniqueId_with_another_document_is_refused()
    {
        var submission = ToProvide(_patient);
        await ProvideAsync(true, submission, (Document01, Content()));
        var kept = Kept();

        var reply = await ProvideAsync(true, submission, (Document01, Content()));

        Assert.That(reply.Status, Is.EqualTo("Failure"));
        Assert.That(reply.ErrorCodes, Is.EquivalentTo(new[] { "XDSDuplicateUniqueIdInRegistry", "XDSNonIdenticalHash" }));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.1")]
    public async Task Another_document_under_a_known_uniqueId_is_refused()
    {
        var uniqueId = await ProvidedAsync(_patient, Content());
        var kept = Kept();

        var reply = await ProvideAsync(
            true, ToProvide(_patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId)), (Document01, Content()));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSNonIdenticalHash" })), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.1")]
    public async Task The_same_document_may_be_provided_again()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);

        var reply = await ProvideAsync(
            true, ToProvide(_patient).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId)), (Document01, content));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        Assert.That((await RetrieveAsync(uniqueId)).Documents[uniqueId], Is.EqualTo(content));
    }

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-41:3.41.4.2.2")]
    public async Task The_answer_is_packaged_as_the_question_was(bool mtom)
    {
        var reply = await ProvideAsync(mtom, ToProvide(_patient), (Document01, Content()));

        Assert.That(reply.IsMtom, Is.EqualTo(mtom));
        Assert.That((string?)reply.Envelope.Descendants(XName.Get("Action", "http://www.w3.org/2005/08/addressing")).Single(), Is.EqualTo("urn:ihe:iti:2007:ProvideAndRegisterDocumentSet-bResponse"));
    }

    static string Sha1(byte[] content) => Convert.ToHexStringLower(SHA1.HashData(content));

    Task<SoapReply> ProvideAsync(bool mtom, SubmissionBuilder submission, params (string EntryId, byte[] Content)[] documents) =>
        Peer.PostAsync(
            Server.Repository,
            mtom ? SoapRequest.Provide(submission.Build(), documents) : SoapRequest.ProvideInline(submission.Build(), documents));

    Task<SoapReply> RetrieveAsync(params string[] uniqueIds) =>
        Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, [.. uniqueIds.Select(id => (RepositoryUniqueId, id))]));
}
