using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared;
using IheRegistry.Tests.Shared.Metadata;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>Documents that replace, append to and transform registered ones.</summary>
[TestFixture]
[Requirement("ITI-42:3.42.4.1.3.5")]
public sealed class Iti42RelationshipTests : TransactionFixture
{
    const string HasMember = "urn:oasis:names:tc:ebxml-regrep:AssociationType:HasMember";
    const string Approved = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
    const string Deprecated = "urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated";

    string _patient = "";
    RegistryObject _old = null!;

    [SetUp]
    public async Task RegisterOldDocument()
    {
        _patient = await NewPatientAsync();
        _old = await RegisteredEntryAsync(_patient);
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.TransformReplace)]
    public async Task A_replacement_deprecates_the_old_entry(AssociationType type)
    {
        var replacement = await RelatedAsync(type, _old);

        Assert.That((await EntryAsync(UniqueIdOf(_old))).Status, Is.EqualTo(Deprecated));
        Assert.That(replacement.Status, Is.EqualTo(Approved));
    }

    [TestCase(AssociationType.Append)]
    [TestCase(AssociationType.Transform)]
    [TestCase(AssociationType.Signs)]
    public async Task Any_other_relation_leaves_the_old_entry_as_it_is(AssociationType type)
    {
        await RelatedAsync(type, _old);

        Assert.That((await EntryAsync(UniqueIdOf(_old))).Status, Is.EqualTo(Approved));
    }

    [Test]
    public async Task A_replacement_deprecates_addenda_and_transformations_of_the_old_entry_and_nothing_else()
    {
        var addendum = await RelatedAsync(AssociationType.Append, _old);
        var transformation = await RelatedAsync(AssociationType.Transform, _old);
        var signature = await RelatedAsync(AssociationType.Signs, _old);
        var bystander = await RegisteredEntryAsync(_patient);

        await RelatedAsync(AssociationType.Replace, _old);

        var status = (await FindDocumentsAsync(_patient)).ToDictionary(d => d.Id!, d => d.Status);
        Assert.That(new[] { _old, addendum, transformation }.Select(d => status[d.Id!]), Is.All.EqualTo(Deprecated));
        Assert.That(new[] { signature, bystander }.Select(d => status[d.Id!]), Is.All.EqualTo(Approved));
    }

    [Test]
    public async Task A_replacement_takes_the_old_entrys_place_in_its_folders()
    {
        var folder = await FolderHoldingOldAsync();

        var replacement = await RelatedAsync(AssociationType.Replace, _old);

        var members = (await AssociationsAsync(folder.Id!)).Where(a => a.SourceObject == folder.Id).ToDictionary(a => a.TargetObject!);
        Assert.That(members.Keys, Is.EquivalentTo(new[] { _old.Id, replacement.Id }));
        var membership = members[replacement.Id!];
        Assert.That(membership.AssociationType, Is.EqualTo(HasMember));
        var links = await AssociationsAsync(membership.Id!);
        Assert.That(links.Single().TargetObject, Is.EqualTo(membership.Id));
        Assert.That(links.Single().SlotValue(SlotNames.SubmissionSetStatus), Is.EqualTo("Original"));
        Assert.That(links.Single().SourceObject, Is.EqualTo(await SubmissionSetOfAsync(replacement)));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.6")]
    public async Task A_replacement_sets_the_lastUpdateTime_of_the_folders_that_it_enters()
    {
        var folder = await FolderHoldingOldAsync();
        await LaterSecondAsync(folder);

        await RelatedAsync(AssociationType.Replace, _old);

        var updated = await FolderAsync(folder.Identifier(SchemeUuids.FolderUniqueId)!);
        Assert.That(updated.SlotValue(SlotNames.LastUpdateTime), Is.GreaterThan(folder.SlotValue(SlotNames.LastUpdateTime)!));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.6")]
    public async Task A_document_put_into_a_registered_folder_sets_its_lastUpdateTime()
    {
        var folder = await FolderHoldingOldAsync();
        await LaterSecondAsync(folder);

        await RegisteredAsync(SubmissionBuilder.OneDocument(_patient).AddToFolder(folder.Id!, SubmissionBuilder.DocumentId));

        var updated = await FolderAsync(folder.Identifier(SchemeUuids.FolderUniqueId)!);
        Assert.That(updated.SlotValue(SlotNames.LastUpdateTime), Is.GreaterThan(folder.SlotValue(SlotNames.LastUpdateTime)!));
    }

    [Test]
    public async Task A_replacement_that_the_submitter_put_into_the_folder_is_in_it_once()
    {
        var folder = await FolderHoldingOldAsync();

        var submission = await RegisteredAsync(SubmissionBuilder.OneDocument(_patient)
            .Relate(AssociationType.Replace, _old.Id!)
            .AddToFolder(folder.Id!, SubmissionBuilder.DocumentId));

        var replacement = await EntryAsync(UniqueId(submission));
        Assert.That((await AssociationsAsync(replacement.Id!)).Where(a => a.SourceObject == folder.Id), Has.Exactly(1).Items);
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.Append)]
    [TestCase(AssociationType.Transform)]
    [TestCase(AssociationType.Signs)]
    public async Task A_relation_to_a_deprecated_entry_is_refused(AssociationType type)
    {
        await RelatedAsync(AssociationType.Replace, _old);
        var kept = Kept();

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Relate(type, _old.Id!));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryDeprecatedDocumentError" })));
        Assert.That(Kept(), Is.EqualTo(kept));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.4")]
    public async Task A_deprecated_entry_cannot_be_put_into_a_folder()
    {
        await RelatedAsync(AssociationType.Replace, _old);

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient)
            .AddFolder(SubmissionBuilder.FolderId)
            .AddToFolder(SubmissionBuilder.FolderId, _old.Id!));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "XDSRegistryDeprecatedDocumentError" })));
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.Append)]
    public async Task A_relation_to_nothing_is_refused(AssociationType type)
    {
        var nobody = $"urn:uuid:{Guid.NewGuid()}";

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Relate(type, nobody));

        Assert.That((reply.Status, reply.ErrorCodes), Is.EqualTo(("Failure", new[] { "UnresolvedReferenceException" })), reply.ErrorText);
        Assert.That(reply.ErrorText, Does.Contain(nobody));
    }

    [TestCase(AssociationType.Replace)]
    [TestCase(AssociationType.TransformReplace)]
    [TestCase(AssociationType.IsSnapshotOf)]
    public async Task What_is_replaced_must_be_in_the_registry_not_in_the_submission(AssociationType type)
    {
        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient)
            .AddDocument("Document02")
            .AddAssociation(type, SubmissionBuilder.DocumentId, "Document02"));

        Assert.That((reply.Status, reply.ErrorCodes.Distinct()), Is.EqualTo(("Failure", new[] { "UnresolvedReferenceException" })), reply.ErrorText);
    }

    [Test]
    public async Task The_source_of_a_relation_must_be_in_the_submission()
    {
        var other = await RegisteredEntryAsync(_patient);

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).AddAssociation(AssociationType.Append, other.Id!, _old.Id!));

        Assert.That((reply.Status, reply.ErrorCodes.Distinct()), Is.EqualTo(("Failure", new[] { "UnresolvedReferenceException" })), reply.ErrorText);
    }

    [Test]
    public async Task Two_documents_of_one_submission_may_append_to_each_other()
    {
        var submission = await RegisteredAsync(SubmissionBuilder.OneDocument(_patient)
            .AddDocument("Document02")
            .AddAssociation(AssociationType.Append, SubmissionBuilder.DocumentId, "Document02"));

        Assert.That((await EntryAsync(UniqueId(submission, "Document02"))).Status, Is.EqualTo(Approved));
    }

    [Test]
    public async Task A_folder_cannot_be_replaced()
    {
        var folder = await FolderHoldingOldAsync();

        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient).Relate(AssociationType.Replace, folder.Id!));

        Assert.That(reply.Status, Is.EqualTo("Failure"));
        Assert.That((await FolderAsync(folder.Identifier(SchemeUuids.FolderUniqueId)!)).Status, Is.EqualTo(Approved));
    }

    [Test]
    [Requirement("ITI-42:3.42.4.1.3.1")]
    public async Task A_refused_replacement_deprecates_nothing()
    {
        var reply = await RegisterAsync(SubmissionBuilder.OneDocument(_patient)
            .Relate(AssociationType.Replace, _old.Id!)
            .Relate(AssociationType.Append, $"urn:uuid:{Guid.NewGuid()}"));

        Assert.That(reply.Status, Is.EqualTo("Failure"));
        Assert.That((await EntryAsync(UniqueIdOf(_old))).Status, Is.EqualTo(Approved));
    }

    static string UniqueIdOf(RegistryObject entry) => entry.Identifier(SchemeUuids.DocumentEntryUniqueId)!;

    async Task<RegistryObject> RelatedAsync(AssociationType type, RegistryObject target) =>
        await EntryAsync(UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(_patient).Relate(type, target.Id!))));

    async Task<RegistryObject> FolderHoldingOldAsync()
    {
        var submission = await RegisteredAsync(SubmissionBuilder.Empty(_patient)
            .AddFolder(SubmissionBuilder.FolderId)
            .AddToFolder(SubmissionBuilder.FolderId, _old.Id!));
        return await FolderAsync(submission[SubmissionBuilder.FolderId].Build().Identifier(SchemeUuids.FolderUniqueId)!);
    }

    async Task<string?> SubmissionSetOfAsync(RegistryObject entry) =>
        (await QueryAsync(StoredQueryIds.GetSubmissionSets, (ParameterNames.Uuid, $"('{entry.Id}')"))).Objects
        .Single(o => o.Element == EbrimElement.RegistryPackage).Id;

    // lastUpdateTime counts seconds.
    static async Task LaterSecondAsync(RegistryObject folder)
    {
        while (Dtm.From(DateTimeOffset.UtcNow) == folder.SlotValue(SlotNames.LastUpdateTime)) await Task.Delay(20);
    }
}
