using System.Xml.Linq;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>What leaves the registry, what keeps it there, and what remains of it.</summary>
[TestFixture]
[Requirement("ITI-62:3.62.4.1.3")]
public sealed class Iti62RemoveMetadataTests : TransactionFixture
{
    const string Set = SubmissionBuilder.SetId;
    const string Document = SubmissionBuilder.DocumentId;
    const string Member = $"{SubmissionBuilder.SetId}-{SubmissionBuilder.DocumentId}";
    const string Folder = SubmissionBuilder.FolderId;
    const string InFolder = $"In-{SubmissionBuilder.FolderId}-{SubmissionBuilder.DocumentId}";
    const string InFolderMember = $"{SubmissionBuilder.SetId}-{InFolder}";

    string _patient = "";

    [SetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [Test]
    [Requirement("ITI-62:3.62.4.2.2")]
    public async Task A_whole_submission_goes_at_once_in_any_order_and_nothing_but_its_ids_is_left()
    {
        var kept = Kept("change_log");
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocumentInFolder(_patient));
        var mark = AuditMark();

        var reply = await RemoveMetadataAsync(ids.Values.Reverse());

        Assert.That((reply.Status, reply.Action), Is.EqualTo(("Success", "urn:ihe:iti:2010:DeleteDocumentSetResponse")), reply.ErrorText);
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-62 110110 D 0" }));
        Assert.That(await FindDocumentsAsync(_patient), Is.Empty);
        Assert.That(Kept("change_log"), Is.EqualTo(kept));
        Assert.That(
            Server.Query("SELECT lower(hex(r.uuid)) FROM removed_object r JOIN change_log c ON c.object_row = r.object_row AND c.action = 6", row => row.GetString(0)),
            Is.SupersetOf(ids.Values.Select(Hex)));
    }

    [Test]
    public async Task An_id_that_is_no_objects_is_named_and_nothing_is_removed()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var unknown = $"urn:uuid:{Guid.NewGuid()}";

        await RefusedAsync([.. ids.Values, unknown, "Document01"], ("UnresolvedReferenceException", unknown), ("UnresolvedReferenceException", "Document01"));
        await RemovedAsync(ids.Values);
    }

    [Test]
    public async Task What_was_removed_once_cannot_be_removed_again()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        await RemovedAsync(ids.Values);

        await RefusedAsync(ids.Values, [.. ids.Values.Select(id => ("UnresolvedReferenceException", id))]);
    }

    [Test]
    public async Task An_id_that_is_named_twice_is_removed_once()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));

        await RemovedAsync([.. ids.Values, .. ids.Values]);
    }

    [TestCase(Document)]
    [TestCase(Set)]
    public async Task What_an_Association_that_stays_refers_to_stays(string id)
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));

        var reply = await RefusedAsync([ids[id]], ("ReferencesExistException", ids[id]));

        Assert.That(reply.ErrorText, Does.Contain(ids[Member]));
        await RemovedAsync(ids.Values);
    }

    [Test]
    public async Task A_document_that_another_one_replaces_stays_while_the_relation_does()
    {
        var old = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var next = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient).AddAssociation(AssociationType.Replace, Document, old[Document], "Replaces"));

        var reply = await RefusedAsync(old.Values, ("ReferencesExistException", old[Document]));

        Assert.That(reply.ErrorText, Does.Contain(next["Replaces"]));
        await RemovedAsync([.. old.Values, next["Replaces"]]);
        Assert.That((await FindDocumentsAsync(_patient)).Select(entry => entry.Id), Is.EqualTo(new[] { next[Document] }));
    }

    [Test]
    public async Task A_replacement_goes_with_its_relation_and_what_it_replaced_stays_deprecated()
    {
        var old = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var next = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient).AddAssociation(AssociationType.Replace, Document, old[Document], "Replaces"));

        await RemovedAsync(next.Values);

        var left = (await FindDocumentsAsync(_patient)).Single();
        Assert.That((left.Id, left.Status), Is.EqualTo((old[Document], AvailabilityStatus.Deprecated.ToUrn())));
    }

    [Test]
    public async Task A_relation_may_go_alone()
    {
        var old = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var next = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient).AddAssociation(AssociationType.Append, Document, old[Document], "Appends"));

        await RemovedAsync([next["Appends"]]);

        Assert.That((await AssociationsAsync(old[Document])).Select(association => association.Id), Is.EqualTo(new[] { old[Member] }));
    }

    [Test]
    public async Task A_SubmissionSet_is_not_left_without_members()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient).AddDocument("Document02"));

        await RefusedAsync(
            [ids[Document], ids[Member], ids["Document02"], ids[$"{Set}-Document02"]], ("XDSUnreferencedObjectException", ids[Set]));
        await RemovedAsync([ids[Document], ids[Member]]);
        await RemovedAsync([ids["Document02"], ids[$"{Set}-Document02"], ids[Set]]);
    }

    [Test]
    public async Task A_document_is_not_left_without_a_SubmissionSet_even_in_a_Folder()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var folder = await RegisteredIdsAsync(SubmissionBuilder.Empty(_patient).AddFolder(Folder).AddToFolder(Folder, ids[Document]));

        await RefusedAsync([ids[Set], ids[Member]], ("XDSUnreferencedObjectException", ids[Document]));
        await RemovedAsync([.. ids.Values, folder[$"In-{Folder}-{ids[Document]}"], folder[$"{Set}-In-{Folder}-{ids[Document]}"]]);
    }

    [Test]
    public async Task A_document_that_another_SubmissionSet_refers_to_is_not_left_alone()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient).AddReference(ids[Document]));

        await RemovedAsync([ids[Set], ids[Member]]);
    }

    [Test]
    public async Task A_document_leaves_a_Folder_by_its_membership_and_that_ones_place_in_the_SubmissionSet()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocumentInFolder(_patient));

        await RefusedAsync([ids[InFolder]], ("ReferencesExistException", ids[InFolder]));
        await RefusedAsync([ids[InFolderMember]], ("XDSUnreferencedObjectException", ids[InFolder]));
        await RemovedAsync([ids[InFolder], ids[InFolderMember]]);

        var content = await QueryAsync(StoredQueryIds.GetFolderAndContents, (ParameterNames.FolderEntryUuid, $"'{ids[Folder]}'"));
        Assert.That(content.Objects.Select(item => item.Id), Is.EqualTo(new[] { ids[Folder] }));
        Assert.That(
            Server.Query(
                $"SELECT count(*) FROM change_log c JOIN folder f ON f.object_row = c.object_row WHERE hex(f.uuid) = upper('{Hex(ids[Folder])}') AND c.action = 3",
                row => row.GetInt64(0)).Single(),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocumentInFolder(_patient));
        var unknown = $"urn:uuid:{Guid.NewGuid()}";

        await RefusedAsync(
            [ids[Set], ids[Member], ids[$"{Set}-{Folder}"], unknown],
            ("UnresolvedReferenceException", unknown),
            ("ReferencesExistException", ids[Set]),
            ("XDSUnreferencedObjectException", ids[Document]),
            ("XDSUnreferencedObjectException", ids[Folder]));
    }

    [Test]
    [Requirement("ITI-62:3.62.4.1.2")]
    public async Task What_is_to_go_is_said_by_a_list_of_ids_alone()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        XNamespace rim = "urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0";
        var mark = AuditMark();

        foreach (var request in new[]
        {
            SoapRequest.RemoveMetadata(),
            SoapRequest.RemoveMetadata(new XElement(rim + "AdhocQuery", new XAttribute("id", StoredQueryIds.GetAll)), ids.Values),
            SoapRequest.RemoveMetadata(new XAttribute("deletionScope", "urn:oasis:names:tc:ebxml-regrep:DeletionScopeType:DeleteRepositoryItemOnly"), ids.Values),
        })
        {
            var reply = await Peer.PostAsync(Server.Registry, request);
            Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryError" })));
        }

        Assert.That(AuditedSince(mark), Is.EqualTo(Enumerable.Repeat("ITI-62 110110 D 8", 3)));
        var whole = await Peer.PostAsync(
            Server.Registry,
            SoapRequest.RemoveMetadata(new XAttribute("deletionScope", "urn:oasis:names:tc:ebxml-regrep:DeletionScopeType:DeleteAll"), ids.Values));
        Assert.That(whole.Status, Is.EqualTo("Success"), whole.ErrorText);
    }

    [Test]
    public async Task Each_patients_audit_tells_of_the_patients_own_objects()
    {
        var other = await NewPatientAsync();
        var first = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        var second = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(other));
        var mark = AuditMark();

        await RemovedAsync([.. first.Values, .. second.Values]);

        var messages = Server.Query($"SELECT message FROM audit_event WHERE sequence > {mark}", row => XDocument.Load(row.GetStream(0)));
        var objects = messages.Select(message => message.Descendants("ParticipantObjectIdentification").Select(item => (string)item.Attribute("ParticipantObjectID")!));
        Assert.That(objects.Select(ids => ids.Order()), Is.EquivalentTo(new[] { first.Values.Append(_patient).Order(), second.Values.Append(other).Order() }));
    }

    [Test]
    public async Task What_was_removed_may_be_submitted_again()
    {
        var submission = SubmissionBuilder.OneDocumentInFolder(_patient);
        await RemovedAsync((await RegisteredIdsAsync(submission)).Values);

        await RegisteredAsync(submission.Document(document => document.Slot(SlotNames.Hash, "da39a3ee5e6b4b0d3255bfef95601890afd80709")));

        Assert.That((await FindDocumentsAsync(_patient)).Single().Status, Is.EqualTo(AvailabilityStatus.Approved.ToUrn()));
    }

    [Test]
    public async Task A_uniqueId_means_the_bytes_that_the_repository_still_holds()
    {
        var content = Content();
        var uniqueId = await ProvidedAsync(_patient, content);
        var entry = await EntryAsync(uniqueId);
        var associations = await AssociationsAsync(entry.Id!);
        await RemovedAsync([entry.Id!, .. associations.Select(item => item.Id!), .. associations.Select(item => item.SourceObject!)]);

        var retrieved = await Peer.PostAsync(Server.Repository, SoapRequest.Retrieve(true, (RepositoryUniqueId, uniqueId)));
        var other = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Document(Named(uniqueId)));
        var same = ToProvide(_patient).Document(Named(uniqueId));
        var again = await Peer.PostAsync(Server.Repository, SoapRequest.Provide(same.Build(), (Document, content)));

        Assert.That(retrieved.Documents[uniqueId], Is.EqualTo(content));
        Assert.That(other.ErrorCodes, Does.Contain("XDSNonIdenticalHash"));
        Assert.That(again.Status, Is.EqualTo("Success"), again.ErrorText);
    }

    [Test]
    public async Task Rows_of_removed_objects_are_not_used_again_after_a_restart()
    {
        var ids = await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));
        await RemovedAsync(ids.Values);
        var last = Server.Query("SELECT max(object_row) FROM removed_object", row => row.GetInt64(0)).Single();
        await Server.StopAsync();
        await Server.StartAgainAsync();

        await RegisteredIdsAsync(SubmissionBuilder.OneDocument(_patient));

        Assert.That(
            Server.Query($"SELECT count(*) FROM entry_uuid WHERE object_row > {last}", row => row.GetInt64(0)).Single(), Is.EqualTo(3));
    }

    static Action<ObjectBuilder> Named(string uniqueId) => document =>
        document.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId, "XDSDocumentEntry.uniqueId");

    static string Hex(string entryUuid) => entryUuid["urn:uuid:".Length..].Replace("-", "", StringComparison.Ordinal);

    async Task RemovedAsync(IEnumerable<string> ids)
    {
        var reply = await RemoveMetadataAsync(ids);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    // Refused for these reasons and no other, each naming its object; audited, and everything is as it was.
    async Task<SoapReply> RefusedAsync(IEnumerable<string> ids, params (string Code, string Named)[] findings)
    {
        var kept = Kept();
        var mark = AuditMark();

        var reply = await RemoveMetadataAsync(ids);

        Assert.That((reply.Status, reply.ErrorCodes.Order()), Is.EqualTo(("Failure", findings.Select(finding => finding.Code).Order())), reply.ErrorText);
        var lines = reply.ErrorText.Split(Environment.NewLine);
        foreach (var (code, named) in findings)
            Assert.That(lines, Has.One.StartsWith(code + ":").And.Contains(named));
        Assert.That(Kept(), Is.EqualTo(kept));
        Assert.That(AuditedSince(mark), Is.Not.Empty.And.All.EqualTo("ITI-62 110110 D 8"));
        return reply;
    }
}
