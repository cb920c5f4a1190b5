using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>On-demand entries in the registry: what is taken, and who sees them.</summary>
[TestFixture]
[Requirement("ITI-61:3.61.4.1.3")]
public sealed class Iti61RegisterOnDemandTests : TransactionFixture
{
    const string Approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
    const string Deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";

    string _patient = "";

    [SetUp]
    public async Task FeedPatient() => _patient = await NewPatientAsync();

    [Test]
    [Requirement("ITI-61:3.61.4.2.2")]
    public async Task An_entry_is_registered_and_answered_under_the_frameworks_action()
    {
        var submission = SubmissionBuilder.OneOnDemandDocument(_patient);
        var mark = AuditMark();

        var reply = await OnDemandAsync(submission);

        Assert.That((reply.Status, reply.Action), Is.EqualTo(("Success", "urn:ihe:iti:2010:RegisterOnDemandDocumentResponse")), reply.ErrorText);
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-61 110107 C 0" }));
        var entry = await EntryAsync(UniqueId(submission));
        Assert.That((entry.ObjectType, entry.Status), Is.EqualTo((SchemeUuids.OnDemandDocumentEntry, Approved)));
    }

    [Test]
    [Requirement("ITI-61:3.61.4.1.2")]
    public async Task An_entry_may_be_put_into_a_folder() => await RegisteredOnDemandAsync(
        SubmissionBuilder.OneOnDemandDocument(_patient).AddFolder(SubmissionBuilder.FolderId).AddToFolder(SubmissionBuilder.FolderId, SubmissionBuilder.DocumentId));

    [TestCase(true)]
    [TestCase(false)]
    [Requirement("ITI-61:3.61.4.1.2")]
    public async Task An_entry_replaces_an_on_demand_and_a_stable_one(bool onDemand)
    {
        var old = onDemand
            ? await EntryAsync(UniqueId(await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient))))
            : await RegisteredEntryAsync(_patient);

        await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient).Relate(AssociationType.Replace, old.Id!));

        Assert.That((await EntryAsync(old.Identifier(SchemeUuids.DocumentEntryUniqueId)!)).Status, Is.EqualTo(Deprecated));
    }

    [Test]
    public async Task A_uniqueId_may_be_shared_by_on_demand_entries_and_by_no_stable_one()
    {
        var first = await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient));
        var shared = UniqueId(first);
        var stable = UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(_patient)));

        var again = await OnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient).Document(Named(shared)));
        var ofStable = await OnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient).Document(Named(stable)));
        var asStable = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Document(Named(shared)));

        Assert.That(again.Status, Is.EqualTo("Success"), again.ErrorText);
        Assert.That((ofStable.Status, ofStable.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryMetadataError" })));
        Assert.That(ofStable.ErrorText, Does.Contain(stable).And.Contain("a stable DocumentEntry"));
        Assert.That((asStable.Status, asStable.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryMetadataError" })));
        Assert.That(asStable.ErrorText, Does.Contain(shared).And.Contain("an on-demand DocumentEntry"));
    }

    [Test]
    public async Task Everything_that_is_wrong_is_said_and_nothing_is_kept()
    {
        var kept = Kept();
        var mark = AuditMark();

        var reply = await OnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient)
            .Document(d => d.Slot(SlotNames.CreationTime, "2026").Slot(SlotNames.Size, "1"))
            .AddDocument("Document02"));

        Assert.That(reply.Status, Is.EqualTo("Failure"));
        Assert.That(reply.ErrorText, Does.Contain("creationTime must not").And.Contain("size must not").And.Contain("'Document02': objectType"));
        Assert.That(Kept(), Is.EqualTo(kept));
        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-61 110107 C 8" }));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.3.2")]
    public async Task The_registrys_own_rules_hold()
    {
        var unknown = await OnDemandAsync(SubmissionBuilder.OneOnDemandDocument(UnknownPatient()));
        var nowhere = await OnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient).Relate(AssociationType.Replace, $"urn:uuid:{Guid.NewGuid()}"));

        Assert.That((unknown.Status, unknown.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSUnknownPatientId" })));
        Assert.That((nowhere.Status, nowhere.ErrorCodes), Is.EqualTo(("Failure", new[] { "UnresolvedReferenceException" })));
    }

    [Test]
    public async Task A_retry_gets_the_first_answer_and_stores_nothing()
    {
        var request = SoapRequest.RegisterOnDemand(SubmissionBuilder.OneOnDemandDocument(_patient).Build());
        var first = await Peer.PostAsync(Server.Registry, request);
        var kept = Kept();

        var reply = await Peer.PostAsync(Server.Registry, request);

        Assert.That((first.Status, reply.Status), Is.EqualTo(("Success", "Success")), reply.ErrorText);
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-18:3.18.4.1.2.3.6.2")]
    public async Task Queries_return_on_demand_entries_only_when_asked_for()
    {
        var onDemand = await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient));
        var stable = await RegisteredAsync(SubmissionBuilder.OneDocument(_patient));
        var (both, ours, theirs) = (new[] { UniqueId(onDemand), UniqueId(stable) }, new[] { UniqueId(onDemand) }, new[] { UniqueId(stable) });

        Assert.That(await FoundAsync(null), Is.EquivalentTo(theirs));
        Assert.That(await FoundAsync($"('{SchemeUuids.StableDocumentEntry}')"), Is.EquivalentTo(theirs));
        Assert.That(await FoundAsync($"('{SchemeUuids.OnDemandDocumentEntry}')"), Is.EquivalentTo(ours));
        Assert.That(await FoundAsync($"('{SchemeUuids.StableDocumentEntry}','{SchemeUuids.OnDemandDocumentEntry}')"), Is.EquivalentTo(both));
    }

    [Test]
    [Requirement("ITI-18:3.18.4.1.2.3.7.10")]
    public async Task The_contents_of_a_SubmissionSet_hold_on_demand_entries_only_when_asked_for()
    {
        var submission = await RegisteredOnDemandAsync(SubmissionBuilder.OneOnDemandDocument(_patient));
        var set = submission[SubmissionBuilder.SetId].Build().Identifier(SchemeUuids.SubmissionSetUniqueId)!;

        Assert.That(await EntriesAsync(StoredQueryIds.GetSubmissionSetAndContents, (ParameterNames.SubmissionSetUniqueId, $"'{set}'")), Is.Empty);
        Assert.That(
            await EntriesAsync(
                StoredQueryIds.GetSubmissionSetAndContents,
                (ParameterNames.SubmissionSetUniqueId, $"'{set}'"),
                (ParameterNames.DocumentEntryType, $"('{SchemeUuids.OnDemandDocumentEntry}')")),
            Is.EqualTo(new[] { UniqueId(submission) }));
    }

    static Action<ObjectBuilder> Named(string uniqueId) => d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, uniqueId, "XDSDocumentEntry.uniqueId");

    Task<IReadOnlyList<string>> FoundAsync(string? types)
    {
        List<(string, string)> parameters = [(ParameterNames.DocumentEntryPatientId, $"'{_patient}'"), (ParameterNames.DocumentEntryStatus, $"('{Approved}')")];
        if (types is not null) parameters.Add((ParameterNames.DocumentEntryType, types));
        return EntriesAsync(StoredQueryIds.FindDocuments, [.. parameters]);
    }

    async Task<IReadOnlyList<string>> EntriesAsync(string query, params (string, string)[] parameters)
    {
        var reply = await QueryAsync(query, parameters);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return [.. reply.Objects.Where(o => o.Element == EbrimElement.ExtrinsicObject).Select(o => o.Identifier(SchemeUuids.DocumentEntryUniqueId)!)];
    }
}
