using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>
/// One submission (SubmissionSet "ss" with documents "a", "b" and folder "f" that holds both), a replacement "a2" of "a" by "ss2" with an
/// addendum "add", an on-demand entry "od" with its snapshot "snap", a document "secret" in the folder, and another patient's "foreign".
/// </summary>
[TestFixture]
public sealed class GetQueriesTests
{
    static readonly AccessScope NoSecrets = new() { HiddenConfidentialityCodes = [new Code("V", "c")] };

    RegistryRows _registry = null!;

    [OneTimeSetUp]
    public void Fill()
    {
        _registry = new RegistryRows();
        _registry.AddPatient("p");
        _registry.AddPatient("q");
        FirstSubmission();
        UpdatedDocument();
        _registry.AddSubmissionSet("ss2", "p");
        _registry.AddDocument("a2", "p", new TestDocument { FormatCode = "pdf^^c" });
        _registry.AddAssociation("ss2-a2", AssociationType.HasMember, "ss2", "a2");
        _registry.AddAssociation("a2-rplc-a", AssociationType.Replace, "a2", "a");
        _registry.AddDocument("add", "p");
        _registry.AddAssociation("add-apnd-a2", AssociationType.Append, "add", "a2");
        _registry.AddDocument("od", "p", new TestDocument { OnDemand = true, CreationTime = null });
        _registry.AddDocument("snap", "p");
        _registry.AddAssociation("snap-of-od", AssociationType.IsSnapshotOf, "snap", "od");
        _registry.AddSubmissionSet("ss3", "q");
        _registry.AddDocument("foreign", "q", new TestDocument { UniqueId = "shared" });
        _registry.AddDocument("own", "p", new TestDocument { UniqueId = "shared" });
        _registry.AddAssociation("ss3-foreign", AssociationType.HasMember, "ss3", "foreign");
        _registry.AddAssociation("ss3-b", AssociationType.HasMember, "ss3", "b");
        _registry.AddFolder("dead", "p", new TestFolder { Status = AvailabilityStatus.Deprecated });
        _registry.AddAssociation("dead-b", AssociationType.HasMember, "dead", "b");
        _registry.AddAssociation("gone", AssociationType.HasMember, "f", "add", AvailabilityStatus.Deprecated);
    }

    // A document whose metadata was updated: v2 is the latest version.
    void UpdatedDocument()
    {
        _registry.AddPatient("v");
        _registry.AddDocument("v1", "v", new TestDocument { LogicalId = "lid", Version = 1, Status = AvailabilityStatus.Deprecated });
        _registry.AddDocument("v2", "v", new TestDocument { LogicalId = "lid", Version = 2 });
    }

    void FirstSubmission()
    {
        _registry.AddSubmissionSet("ss", "p");
        _registry.AddDocument("a", "p", new TestDocument
        {
            FormatCode = "cda^^c",
            Status = AvailabilityStatus.Deprecated,
            ConfidentialityCodes = ["N^^c"],
        });
        _registry.AddDocument("b", "p", new TestDocument
        {
            FormatCode = "pdf^^c",
            ConfidentialityCodes = ["R^^c", "N^^c"],
        });
        _registry.AddFolder("f", "p", new TestFolder { Codes = ["x^^c"] });
        _registry.AddDocument("secret", "p", new TestDocument { ConfidentialityCodes = ["V^^c"] });
        _registry.AddAssociation("ss-a", AssociationType.HasMember, "ss", "a");
        _registry.AddAssociation("ss-b", AssociationType.HasMember, "ss", "b");
        _registry.AddAssociation("ss-f", AssociationType.HasMember, "ss", "f");
        _registry.AddAssociation("ss-secret", AssociationType.HasMember, "ss", "secret");
        _registry.AddAssociation("f-a", AssociationType.HasMember, "f", "a");
        _registry.AddAssociation("f-b", AssociationType.HasMember, "f", "b");
        _registry.AddAssociation("f-secret", AssociationType.HasMember, "f", "secret");
        _registry.AddAssociation("ss-f-a", AssociationType.HasMember, "ss", "f-a");
        _registry.AddAssociation("ss-f-b", AssociationType.HasMember, "ss", "f-b");
        _registry.AddAssociation("ss-f-secret", AssociationType.HasMember, "ss", "f-secret");
    }

    [OneTimeTearDown]
    public void Empty() => _registry.Dispose();

    static ObjectIds Uuids(params string[] names) => new(ObjectIdKind.EntryUuid, [.. names.Select(RegistryRows.Uuid)]);

    static ObjectIds UniqueIds(params string[] ids) => new(ObjectIdKind.UniqueId, ids);

    static ObjectIds LogicalIds(params string[] names) => new(ObjectIdKind.LogicalId, [.. names.Select(RegistryRows.Uuid)]);

    static string[] Uuid(params string[] names) => [.. names.Select(RegistryRows.Uuid)];

    async Task Expect(RegistryQuery query, params string[] names) => Assert.That(await _registry.FindAsync(query), Is.EqualTo(names));

    async Task ExpectWithoutSecrets(RegistryQuery query, params string[] names) =>
        Assert.That(await _registry.FindAsync(query, NoSecrets), Is.EqualTo(names));

    [Test]
    public async Task GetDocuments_finds_by_entryUUID_in_the_order_of_registration()
    {
        await Expect(new GetDocumentsQuery(Uuids("a")), "a");
        await Expect(new GetDocumentsQuery(Uuids("b", "nobody", "a", "b")), "a", "b");
    }

    [Test]
    public async Task GetDocuments_ignores_what_is_no_entryUUID_or_no_document()
    {
        await Expect(new GetDocumentsQuery(new ObjectIds(ObjectIdKind.EntryUuid, ["urn:uuid:nonsense", "a", ""])));
        await Expect(new GetDocumentsQuery(Uuids("ss", "f", "ss-a")));
    }

    [Test]
    public async Task GetDocuments_finds_by_uniqueId_every_entry_of_the_document()
    {
        await Expect(new GetDocumentsQuery(UniqueIds("a")), "a");
        await Expect(new GetDocumentsQuery(UniqueIds("shared", "b")), "b", "foreign", "own");
        await Expect(new GetDocumentsQuery(UniqueIds("nobody")));
    }

    [Test]
    public async Task GetDocuments_finds_by_logicalID_every_version_at_level_two_and_the_latest_at_level_one()
    {
        await Expect(new GetDocumentsQuery(LogicalIds("lid")) with { Level = MetadataLevel.Two }, "v1", "v2");
        await Expect(new GetDocumentsQuery(LogicalIds("lid")), "v2");
    }

    [Test]
    public async Task GetDocuments_tells_nothing_of_hidden_documents()
    {
        await Expect(new GetDocumentsQuery(Uuids("secret")), "secret");
        await ExpectWithoutSecrets(new GetDocumentsQuery(Uuids("secret", "a")), "a");
        await ExpectWithoutSecrets(new GetDocumentsQuery(UniqueIds("secret")));
    }

    [Test]
    public async Task Whole_objects_of_several_patients_are_told_apart()
    {
        using var several = await _registry.QueryAsync(new GetDocumentsQuery(UniqueIds("shared")));
        using var one = await _registry.QueryAsync(new GetDocumentsQuery(Uuids("a", "b")));
        Assert.That((several.SpansPatients, one.SpansPatients), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task GetFolders_finds_by_each_identifier()
    {
        await Expect(new GetFoldersQuery(Uuids("f", "a")), "f");
        await Expect(new GetFoldersQuery(UniqueIds("f", "nobody")), "f");
        await Expect(new GetFoldersQuery(LogicalIds("f")), "f");
    }

    [Test]
    public async Task GetFolders_shows_deprecated_folders_at_level_two_only()
    {
        await Expect(new GetFoldersQuery(Uuids("f", "dead")), "f");
        await Expect(new GetFoldersQuery(Uuids("f", "dead")) { Level = MetadataLevel.Two }, "f", "dead");
    }

    [Test]
    public async Task A_folder_comes_with_its_last_update()
    {
        using var result = await _registry.QueryAsync(new GetFoldersQuery(Uuids("f")));
        Assert.That(result.Single().LastUpdateTime, Is.EqualTo("20050101000000"));
    }

    [Test]
    public async Task GetAssociations_finds_those_with_either_end()
    {
        await Expect(new GetAssociationsQuery(Uuid("a2")), "ss2-a2", "a2-rplc-a", "add-apnd-a2");
        await Expect(new GetAssociationsQuery(Uuid("a2", "a")), "ss-a", "f-a", "ss2-a2", "a2-rplc-a", "add-apnd-a2");
        await Expect(new GetAssociationsQuery(Uuid("f-a")), "ss-f-a");
        await Expect(new GetAssociationsQuery(Uuid("nobody")));
    }

    [Test]
    public async Task GetAssociations_tells_nothing_of_hidden_documents()
    {
        await ExpectWithoutSecrets(new GetAssociationsQuery(Uuid("f")), "ss-f", "f-a", "f-b");
        await ExpectWithoutSecrets(new GetAssociationsQuery(Uuid("secret")));
        await ExpectWithoutSecrets(new GetAssociationsQuery(Uuid("ss")), "ss-a", "ss-b", "ss-f", "ss-f-a", "ss-f-b");
    }

    [Test]
    public async Task Deprecated_associations_are_for_level_two_that_asks_for_them()
    {
        var deprecated = new[] { AvailabilityStatus.Deprecated };
        await Expect(new GetAssociationsQuery(Uuid("add")), "add-apnd-a2");
        await Expect(new GetAssociationsQuery(Uuid("add")) { AssociationStatuses = deprecated }, "add-apnd-a2");
        await Expect(new GetAssociationsQuery(Uuid("add")) { Level = MetadataLevel.Two, AssociationStatuses = deprecated }, "gone");
    }

    [Test]
    public async Task GetDocumentsAndAssociations_finds_both()
    {
        await Expect(new GetDocumentsAndAssociationsQuery(Uuids("a2")), "a2", "ss2-a2", "a2-rplc-a", "add-apnd-a2");
        await Expect(new GetDocumentsAndAssociationsQuery(UniqueIds("foreign", "snap")), "snap", "snap-of-od");
        await ExpectWithoutSecrets(new GetDocumentsAndAssociationsQuery(Uuids("secret")));
    }

    [Test]
    public async Task GetSubmissionSets_finds_the_sets_and_the_memberships()
    {
        await Expect(new GetSubmissionSetsQuery(Uuid("a", "f")), "ss", "ss-a", "ss-f");
        await Expect(new GetSubmissionSetsQuery(Uuid("b")), "ss", "ss3", "ss-b", "ss3-b");
        await Expect(new GetSubmissionSetsQuery(Uuid("own")));
        await ExpectWithoutSecrets(new GetSubmissionSetsQuery(Uuid("secret")));
    }

    [Test]
    public async Task GetSubmissionSetAndContents_finds_set_members_and_what_links_them()
    {
        string[] all =
        [
            "a", "b", "secret", "ss", "f", "ss-a", "ss-b", "ss-f", "ss-secret", "f-a", "f-b", "f-secret", "ss-f-a", "ss-f-b", "ss-f-secret",
        ];
        await Expect(new GetSubmissionSetAndContentsQuery(Uuids("ss"), DocumentFilter.Default), all);
        await Expect(new GetSubmissionSetAndContentsQuery(UniqueIds("ss"), DocumentFilter.Default), all);
        await Expect(new GetSubmissionSetAndContentsQuery(UniqueIds("a"), DocumentFilter.Default));
    }

    [Test]
    public async Task GetSubmissionSetAndContents_leaves_out_hidden_documents_and_all_that_tells_of_them() => await ExpectWithoutSecrets(
        new GetSubmissionSetAndContentsQuery(Uuids("ss"), DocumentFilter.Default),
        "a", "b", "ss", "f", "ss-a", "ss-b", "ss-f", "f-a", "f-b", "ss-f-a", "ss-f-b");

    [Test]
    public async Task GetSubmissionSetAndContents_returns_only_matching_documents_and_links_with_both_ends()
    {
        await Expect(
            new GetSubmissionSetAndContentsQuery(Uuids("ss"), new DocumentFilter { FormatCodes = [new Code("pdf", "c")] }),
            "b", "ss", "f", "ss-b", "ss-f", "f-b", "ss-f-b");
        await Expect(
            new GetSubmissionSetAndContentsQuery(
                Uuids("ss"), new DocumentFilter { ConfidentialityCodes = [[new Code("N", "c")], [new Code("R", "c")]] }),
            "b", "ss", "f", "ss-b", "ss-f", "f-b", "ss-f-b");
        await Expect(
            new GetSubmissionSetAndContentsQuery(Uuids("ss"), new DocumentFilter { Types = DocumentEntryTypes.OnDemand }),
            "ss", "f", "ss-f");
    }

    [Test]
    public async Task GetFolderAndContents_finds_folder_documents_and_memberships()
    {
        await Expect(new GetFolderAndContentsQuery(Uuids("f"), DocumentFilter.Default), "a", "b", "secret", "f", "f-a", "f-b", "f-secret");
        await Expect(
            new GetFolderAndContentsQuery(UniqueIds("f"), new DocumentFilter { FormatCodes = [new Code("cda", "c")] }), "a", "f", "f-a");
        await Expect(
            new GetFolderAndContentsQuery(
                UniqueIds("f"), new DocumentFilter { ConfidentialityCodes = [[new Code("V", "c"), new Code("R", "c")]] }),
            "b", "secret", "f", "f-b", "f-secret");
        await ExpectWithoutSecrets(new GetFolderAndContentsQuery(Uuids("f"), DocumentFilter.Default), "a", "b", "f", "f-a", "f-b");
        await Expect(new GetFolderAndContentsQuery(Uuids("ss"), DocumentFilter.Default));
        await Expect(new GetFolderAndContentsQuery(Uuids("dead"), DocumentFilter.Default));
    }

    [Test]
    public async Task GetFoldersForDocument_finds_folders_and_no_submission_sets()
    {
        await Expect(new GetFoldersForDocumentQuery(Uuids("b")), "f");
        await Expect(new GetFoldersForDocumentQuery(UniqueIds("b")) { Level = MetadataLevel.Two }, "f", "dead");
        await Expect(new GetFoldersForDocumentQuery(Uuids("a2")));
        await ExpectWithoutSecrets(new GetFoldersForDocumentQuery(Uuids("secret")));
    }

    [Test]
    public async Task GetRelatedDocuments_finds_associations_between_documents_and_their_ends()
    {
        await Expect(Related("a2", AssociationType.Replace), "a", "a2", "a2-rplc-a");
        await Expect(Related("a", AssociationType.Replace), "a", "a2", "a2-rplc-a");
        await Expect(Related("a2", AssociationType.Replace, AssociationType.Append), "a", "a2", "add", "a2-rplc-a", "add-apnd-a2");
        await Expect(Related("a2", AssociationType.Transform));
    }

    [Test]
    public async Task GetRelatedDocuments_looks_past_packages() => await Expect(Related("b", AssociationType.HasMember));

    [Test]
    public async Task GetRelatedDocuments_takes_only_the_types_of_entries_asked_for()
    {
        await Expect(Related("snap", AssociationType.IsSnapshotOf));
        var both = new DocumentFilter { Types = DocumentEntryTypes.All };
        await Expect(Related("snap", AssociationType.IsSnapshotOf) with { Documents = both }, "od", "snap", "snap-of-od");
    }

    [Test]
    public async Task GetAll_finds_everything_of_a_patient_and_what_touches_it()
    {
        var deprecated = new[] { AvailabilityStatus.Deprecated };
        var approved = new[] { AvailabilityStatus.Approved };
        await Expect(
            new GetAllQuery(RegistryRows.Patient("q"), approved, approved, approved, DocumentFilter.Default),
            "foreign", "ss3", "ss3-foreign", "ss3-b");
        await Expect(
            new GetAllQuery(RegistryRows.Patient("p"), deprecated, deprecated, approved, DocumentFilter.Default),
            "a", "f", "ss-a", "ss-f", "f-a", "f-b", "f-secret", "a2-rplc-a");
        await Expect(new GetAllQuery(RegistryRows.Patient("nobody"), approved, approved, approved, DocumentFilter.Default));
    }

    [Test]
    public async Task GetAll_filters_documents()
    {
        AvailabilityStatus[] approved = [AvailabilityStatus.Approved], none = [AvailabilityStatus.Deprecated];
        var patient = RegistryRows.Patient("p");
        await Expect(
            new GetAllQuery(patient, approved, none, none, new DocumentFilter
            {
                FormatCodes = [new Code("pdf", "c")],
                ConfidentialityCodes = [[new Code("R", "c")]],
            }),
            "b", "ss-b", "f-b", "ss3-b", "dead-b");
        await Expect(
            new GetAllQuery(patient, approved, none, none, new DocumentFilter { Types = DocumentEntryTypes.OnDemand }), "od", "snap-of-od");
    }

    [Test]
    public async Task GetAll_tells_nothing_of_hidden_documents()
    {
        AvailabilityStatus[] approved = [AvailabilityStatus.Approved], none = [AvailabilityStatus.Deprecated];
        await ExpectWithoutSecrets(
            new GetAllQuery(RegistryRows.Patient("p"), none, none, approved, DocumentFilter.Default),
            "a", "f", "ss-a", "ss-f", "f-a", "f-b", "a2-rplc-a");
    }

    static GetRelatedDocumentsQuery Related(string name, params AssociationType[] types) => new(Uuids(name), types, DocumentFilter.Default);
}
