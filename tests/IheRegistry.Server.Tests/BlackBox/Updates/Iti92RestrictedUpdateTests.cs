using System.Text.Json.Nodes;
using IheRegistry.Model.Metadata;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox.Updates;

/// <summary>Restricted Update Document Set: what may change, what stays, and who may.</summary>
[TestFixture]
[Requirement("ITI-92:3.92.4.1.3")]
public sealed class Iti92RestrictedUpdateTests : UpdateFixture
{
    const string Admin = "1.3.6.1.4.1.21367.2026.91.1";
    const string Ward = "1.3.6.1.4.1.21367.2026.92.1";
    const string OtherWard = "1.3.6.1.4.1.21367.2026.92.2";
    const string Locked = "1.3.6.1.4.1.21367.2026.93.1";
    const string Stranger = "1.3.6.1.4.1.21367.2026.94.1";

    readonly string _domain = Path.Combine(Path.GetTempPath(), $"iheregistry-{Guid.NewGuid():N}.json");

    protected override string[] Arguments
    {
        get
        {
            WriteDomain();
            return ["--affinity-domain", _domain];
        }
    }

    [OneTimeTearDown]
    public void DeleteDomain() => File.Delete(_domain);

    [Test]
    public async Task A_restricted_update_makes_a_new_version()
    {
        Assert.That((await RestrictedAsync(By(Admin))).Status, Is.EqualTo("Success"));

        Assert.That((await VersionsAsync(Old)).Select(v => (v.VersionName, v.Status)), Is.EqualTo(new[] { ("1", Deprecated), ("2", Approved) }));
    }

    [Test]
    public async Task The_new_version_takes_its_place_in_the_folder()
    {
        var folder = await FolderHoldingAsync(Old);

        await RestrictedAsync(By(Admin));

        Assert.That(await MembersAsync(folder), Does.Contain((await VersionsAsync(Old))[^1].Id));
    }

    [Test]
    public async Task What_describes_the_document_may_change()
    {
        var reply = await RestrictedAsync(By(Admin).Document(d => d
            .Slot(SlotNames.LanguageCode, "de-DE").Slot(SlotNames.CreationTime, "20250101").Comments("Corrected").Slot("urn:example:ward", "7")));

        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    [TestCase(SlotNames.SourcePatientId, "OTHER-1^^^&1.3.6.1.4.1.21367.2026.8&ISO")]
    [TestCase(SlotNames.RepositoryUniqueId, "1.2.3.4")]
    [TestCase(SlotNames.DocumentAvailability, "urn:ihe:iti:2010:DocumentAvailability:Offline")]
    public async Task What_says_whose_the_document_is_and_where_stays(string slot, string value) =>
        await RestrictedRefusedAsync(By(Admin).Document(d => d.Slot(slot, value)), "UnmodifiableMetadataError", Old.LogicalId);

    [Test]
    public async Task An_availability_that_is_said_outright_is_no_change()
    {
        var reply = await RestrictedAsync(By(Admin).Document(d => d.Slot(SlotNames.DocumentAvailability, "urn:ihe:iti:2010:DocumentAvailability:Online")));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
    }

    [Test]
    public async Task The_status_stays() =>
        await RestrictedRefusedAsync(By(Admin).Document(d => d.Status = Deprecated), "UnmodifiableMetadataError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task The_status_is_not_changed_by_an_operation_either() =>
        await RestrictedRefusedAsync(Status(Patient, Old.Id!, Approved, Deprecated), "UnmodifiableMetadataError", Old.Id);

    [Test]
    public async Task The_patient_stays()
    {
        var other = await NewPatientAsync();
        await RestrictedRefusedAsync(Of(NewVersion(Old, other), Admin), "XDSPatientIDReconciliationError", Old.LogicalId);
    }

    [Test]
    public async Task The_uniqueId_stays() =>
        await RestrictedRefusedAsync(
            By(Admin).Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, SubmissionBuilder.NewOid())), "XDSMetadataIdentifierError", Old.LogicalId);

    [Test]
    public async Task The_type_of_the_entry_stays()
    {
        var update = By(Admin).Document(d =>
        {
            d.ObjectType = SchemeUuids.OnDemandDocumentEntry;
            d.Without(SlotNames.CreationTime).Without(SlotNames.Hash).Without(SlotNames.Size);
        });
        var reply = await RestrictedAsync(update);
        Assert.That(
            (reply.Status, reply.ErrorCodes.Order()), Is.EqualTo(("Failure", new[] { "UnmodifiableMetadataError", "XDSObjectTypeError" })), reply.ErrorText);
    }

    [Test]
    public async Task A_folder_is_not_updated()
    {
        var folder = await FolderHoldingAsync(Old);
        await RestrictedRefusedAsync(Of(NewFolderVersion(folder, Patient), Admin), "XDSObjectTypeError", SubmissionBuilder.FolderId);
    }

    [Test]
    public async Task Associations_are_not_submitted()
    {
        var other = await RegisteredEntryAsync(Patient);
        await RestrictedRefusedAsync(
            Of(Submitted(Patient, AssociationType.Append, other.Id!, Old.Id!), Admin), "XDSInvalidRequestException", SubmittedId);
    }

    [TestCase(null)]
    [TestCase(SubmissionBuilder.DocumentId)]
    public async Task What_has_no_logicalID_of_another_object_is_no_update(string? logicalId) =>
        await RestrictedRefusedAsync(By(Admin).Document(d => d.LogicalId = logicalId), "XDSInvalidRequestException", SubmissionBuilder.DocumentId);

    [Test]
    public async Task An_empty_request_is_refused() =>
        await RestrictedRefusedAsync(SubmissionBuilder.Empty(Patient), "XDSInvalidRequestException", SubmissionBuilder.SetId);

    [Test]
    public async Task A_deprecated_entry_is_not_updated()
    {
        await UpdatedAsync(Status(Patient, Old.Id!, Approved, Deprecated));
        await RestrictedRefusedAsync(By(Admin), "XDSInvalidRequestException", Old.LogicalId);
    }

    [TestCase(SlotNames.PreviousVersion, "soon")]
    [TestCase(SlotNames.PreviousVersion, null)]
    [TestCase(SlotNames.AssociationPropagation, "maybe")]
    public async Task The_membership_says_what_it_must(string slot, string? value) =>
        await RestrictedRefusedAsync(
            By(Admin).Change(Membership, a =>
            {
                if (value is null) a.Without(slot);
                else a.Slot(slot, value);
            }),
            "XDSMetadataAnnotationError",
            SubmissionBuilder.DocumentId);

    [Test]
    public async Task An_entry_that_is_not_linked_to_the_SubmissionSet_is_refused() =>
        await RestrictedRefusedAsync(By(Admin).Remove(Membership), "XDSMetadataAnnotationError", SubmissionBuilder.DocumentId);

    [Test]
    public async Task The_newest_version_is_superseded()
    {
        await RestrictedRefusedAsync(Of(NewVersion(Old, Patient, 2), Admin), "XDSMetadataVersionError", Old.LogicalId);
        await RestrictedAsync(By(Admin));
        await RestrictedRefusedAsync(By(Admin), "XDSMetadataVersionError", Old.LogicalId);
    }

    [Test]
    public async Task A_new_version_has_all_that_a_registration_asks() =>
        await RestrictedRefusedAsync(By(Admin).Document(d => d.Without(SlotNames.LanguageCode)), "XDSRegistryMetadataError", SubmissionBuilder.DocumentId);

    [TestCase(Admin, Ward, true)]
    [TestCase(Ward, Ward, true)]
    [TestCase(OtherWard, Ward, true)]
    [TestCase(Ward, Locked, false)]
    [TestCase(Locked, Locked, false)]
    [TestCase(Stranger, Stranger, true)]
    [TestCase(Stranger, Ward, false)]
    public async Task The_affinity_domain_says_who_may_update_what(string source, string publisher, bool isLet)
    {
        var published = await EntryAsync(UniqueId(await RegisteredAsync(Of(SubmissionBuilder.OneDocument(Patient), publisher))));
        var update = Of(NewVersion(published, Patient), source);

        if (!isLet) await RestrictedRefusedAsync(update, "LocalPolicyRestrictionError", published.LogicalId);
        else Assert.That((await RestrictedAsync(update)).Status, Is.EqualTo("Success"));
    }

    [Test]
    public async Task Who_may_not_update_learns_nothing_else()
    {
        var published = await EntryAsync(UniqueId(await RegisteredAsync(Of(SubmissionBuilder.OneDocument(Patient), Locked))));
        SubmissionBuilder Wrong(string source) =>
            Of(NewVersion(published, Patient, 7), source).Document(d => d.Slot(SlotNames.RepositoryUniqueId, "1.2.3.4"));

        await RestrictedRefusedAsync(Wrong(Ward), "LocalPolicyRestrictionError", published.LogicalId);

        var let = await RestrictedAsync(Wrong(Admin));
        Assert.That(let.ErrorCodes.Order(), Is.EqualTo(new[] { "UnmodifiableMetadataError", "XDSMetadataVersionError" }), let.ErrorText);
    }

    [Test]
    public async Task A_retry_gets_the_first_answer_and_changes_nothing()
    {
        var request = SoapRequest.RestrictedUpdate(By(Admin).Build());
        Assert.That((await Peer.PostAsync(Server.Registry, request)).Status, Is.EqualTo("Success"));
        var kept = Kept();

        Assert.That((await Peer.PostAsync(Server.Registry, request)).Status, Is.EqualTo("Success"));

        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-92:3.92.5.1")]
    public async Task Every_update_is_audited_whether_it_succeeds_or_not()
    {
        var mark = AuditMark();

        await RestrictedAsync(By(Admin));
        await RestrictedAsync(By(Admin));

        Assert.That(AuditedSince(mark), Is.EqualTo(new[] { "ITI-92 110107 U 0", "ITI-92 110107 U 8" }));
    }

    SubmissionBuilder By(string source) => Of(NewVersion(Old, Patient), source);

    static SubmissionBuilder Of(SubmissionBuilder submission, string source) => submission.Set(s => s.Identifier(SchemeUuids.SourceId, source));

    Task<SoapReply> RestrictedAsync(SubmissionBuilder update) => Peer.PostAsync(Server.Registry, SoapRequest.RestrictedUpdate(update.Build()));

    Task RestrictedRefusedAsync(SubmissionBuilder update, string code, string? named) => RefusedAsync(() => RestrictedAsync(update), code, named);

    void WriteDomain()
    {
        var domain = JsonNode.Parse(File.ReadAllText(SourceTree.PathOf("src", "IheRegistry.Server", "affinity-domain.default.json")))!.AsObject();
        domain.Remove("$schema");
        domain["restrictedUpdates"] = "own";
        domain["institutions"] = new JsonArray(
            Institution("records", "any", Admin), Institution("ward", null, Ward, OtherWard), Institution("locked", "none", Locked));
        File.WriteAllText(_domain, domain.ToJsonString());
    }

    static JsonObject Institution(string id, string? updates, params string[] sources)
    {
        var institution = new JsonObject { ["id"] = id, ["name"] = id, ["sourceIds"] = new JsonArray([.. sources.Select(s => (JsonNode)s)]) };
        if (updates is not null) institution["restrictedUpdates"] = updates;
        return institution;
    }
}
