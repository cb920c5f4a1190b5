using IheRegistry.Client;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>The client library against the server it is made for.</summary>
[TestFixture]
public sealed class ClientLibraryTests : TransactionFixture
{
    readonly HttpClient _http = new();

    PatientId _patient = null!;

    [OneTimeTearDown]
    public void CloseHttp() => _http.Dispose();

    [SetUp]
    public async Task FeedPatient()
    {
        _patient = new PatientId($"C{Guid.NewGuid():N}", Authority);
        await using var feed = await PatientIdentityFeedClient.ConnectAsync("127.0.0.1", Server.MllpPort);
        Assert.That((await feed.FeedAsync("A04", _patient)).IsAccepted);
    }

    [TestCase(SoapPackaging.Mtom)]
    [TestCase(SoapPackaging.Simple)]
    public async Task What_is_provided_is_found_and_retrieved(SoapPackaging packaging)
    {
        byte[][] contents = [Content(1), Content(200_000)];
        var repository = Repository(packaging);

        await ProvideAsync(repository, contents);

        var found = await Registry.QueryAsync(StoredQuery.FindDocuments(_patient));
        var entries = found.DocumentEntries.ToList();
        Assert.That(entries.Select(e => e.Size), Is.EquivalentTo(contents.Select(c => (long)c.Length)));
        await using var answer = await repository.RetrieveAsync([.. entries.Select(e => new DocumentRequest(null, e.RepositoryUniqueId!, e.UniqueId))]);
        var retrieved = await ReadAsync(answer);
        Assert.That(retrieved, Is.EquivalentTo(contents));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task What_was_found_is_updated(bool isRestricted)
    {
        await ProvideAsync(Repository(SoapPackaging.Mtom), [Content()]);
        var found = (await Registry.QueryAsync(StoredQuery.FindDocuments(_patient))).DocumentEntries.Single();
        var version = found with { EntryUuid = "Version2", Title = "Another title" };
        var set = SubmissionBuilder.Empty(_patient.ToString()).Build().Objects[0];
        var objects = new[] { IheRegistry.Model.Metadata.Mapping.DocumentEntryMapping.ToEbrim(version), set, MetadataUpdates.NewVersion(set.Id!, "Version2", 1) };

        var answer = isRestricted ? await Registry.UpdateRestrictedAsync(objects) : await Registry.UpdateAsync(objects);

        Assert.That(answer.Errors, Is.Empty);
        var updated = (await Registry.QueryAsync(StoredQuery.FindDocuments(_patient))).DocumentEntries.Single();
        Assert.That((updated.Title, updated.LogicalId, updated.EntryUuid == found.EntryUuid), Is.EqualTo(("Another title", found.EntryUuid, false)));
    }

    [Test]
    public async Task A_status_is_updated_and_an_Association_submitted()
    {
        await ProvideAsync(Repository(SoapPackaging.Mtom), [Content(), Content()]);
        var entries = (await Registry.QueryAsync(StoredQuery.FindDocuments(_patient))).DocumentEntries.ToList();
        var set = SubmissionBuilder.Empty(_patient.ToString()).Build().Objects[0];
        var addendum = new Association { EntryUuid = "Addendum", Type = AssociationType.Append, Source = entries[1].EntryUuid, Target = entries[0].EntryUuid };

        var submitted = await Registry.UpdateAsync([set, addendum.Object, MetadataUpdates.Submit(set.Id!, "Addendum")]);
        set = SubmissionBuilder.Empty(_patient.ToString()).Build().Objects[0];
        var deprecated = await Registry.UpdateAsync(
            [set, MetadataUpdates.Status(set.Id!, entries[0].EntryUuid, AvailabilityStatus.Approved, AvailabilityStatus.Deprecated)]);

        Assert.That(submitted.Errors.Concat(deprecated.Errors), Is.Empty);
        Assert.That((await Registry.QueryAsync(StoredQuery.FindDocuments(_patient))).DocumentEntries.Single().EntryUuid, Is.EqualTo(entries[1].EntryUuid));
    }

    [Test]
    public async Task References_are_the_ids_of_the_objects()
    {
        await ProvideAsync(Repository(SoapPackaging.Mtom), [Content()]);

        var objects = await Registry.QueryAsync(StoredQuery.GetAll(_patient));
        var references = await Registry.QueryAsync(StoredQuery.GetAll(_patient).AsReferences());

        Assert.That(objects.References, Is.Empty);
        Assert.That(references.Objects, Is.Empty);
        Assert.That(references.References, Is.EquivalentTo(objects.Objects.Select(o => o.Id)).And.Count.EqualTo(3));
        Assert.That((objects.SubmissionSets.Count(), objects.DocumentEntries.Count(), objects.Associations.Count()), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task Every_stored_query_is_answered()
    {
        var submission = await RegisteredAsync(SubmissionBuilder.OneDocumentInFolder(_patient.ToString()));
        var all = await Registry.QueryAsync(StoredQuery.GetAll(_patient));
        var (document, folder, set) = (all.DocumentEntries.Single(), all.Folders.Single(), all.SubmissionSets.Single());
        var queries = new Dictionary<string, StoredQueryRequest>
        {
            ["FindDocumentsByTitle"] = StoredQuery.FindDocumentsByTitle(_patient, "Discharge%"),
            ["FindSubmissionSets"] = StoredQuery.FindSubmissionSets(_patient),
            ["FindFolders"] = StoredQuery.FindFolders(_patient, AvailabilityStatus.Approved, AvailabilityStatus.Deprecated),
            ["GetDocuments by uniqueId"] = StoredQuery.GetDocuments(UniqueId(submission)),
            ["GetDocuments by entryUUID"] = StoredQuery.GetDocuments(document.EntryUuid),
            ["GetFolders"] = StoredQuery.GetFolders(folder.UniqueId),
            ["GetAssociations"] = StoredQuery.GetAssociations(document.EntryUuid, folder.EntryUuid),
            ["GetDocumentsAndAssociations"] = StoredQuery.GetDocumentsAndAssociations(document.EntryUuid),
            ["GetSubmissionSets"] = StoredQuery.GetSubmissionSets(document.EntryUuid),
            ["GetSubmissionSetAndContents"] = StoredQuery.GetSubmissionSetAndContents(set.UniqueId),
            ["GetFolderAndContents"] = StoredQuery.GetFolderAndContents(folder.EntryUuid),
            ["GetFoldersForDocument"] = StoredQuery.GetFoldersForDocument(document.UniqueId),
        };
        foreach (var (name, query) in queries)
        {
            var answer = await Registry.QueryAsync(query);
            Assert.That(answer.Response.Status, Is.EqualTo(ResponseStatus.Success), $"{name}: {string.Join("; ", answer.Response.Errors)}");
            Assert.That(answer.Objects, Is.Not.Empty, name);
        }

        var related = await Registry.QueryAsync(StoredQuery.GetRelatedDocuments(document.EntryUuid, AssociationType.Append, AssociationType.Replace));
        Assert.That((related.Response.Status, related.Objects.Count), Is.EqualTo((ResponseStatus.Success, 0)));
        var byReference = await Registry.QueryAsync(StoredQuery.FindDocumentsByReferenceId(_patient, ["none^^^^urn:ihe:iti:xds:2013:order"]));
        Assert.That((byReference.Response.Status, byReference.Objects.Count), Is.EqualTo((ResponseStatus.Success, 0)));
    }

    [Test]
    public async Task A_typed_submission_is_registered()
    {
        await ProvideAsync(Repository(SoapPackaging.Mtom), [Content()]);
        var all = await Registry.QueryAsync(StoredQuery.GetAll(_patient));
        var (entry, set) = (all.DocumentEntries.Single(), all.SubmissionSets.Single());
        var copy = entry with { EntryUuid = "new", LogicalId = "new", Title = "Once more" };
        var again = set with { EntryUuid = "set", UniqueId = SubmissionBuilder.NewOid() };
        var member = new Association { EntryUuid = "member", Type = AssociationType.HasMember, Source = "set", Target = "new", Original = true };

        var response = await Registry.RegisterAsync(new Submission(again, [copy], [], [member]));

        Assert.That(response.Status, Is.EqualTo(ResponseStatus.Success), string.Join("; ", response.Errors));
        var titles = (await Registry.QueryAsync(StoredQuery.FindDocuments(_patient))).DocumentEntries.Select(d => d.Title);
        Assert.That(titles, Is.EquivalentTo(new[] { entry.Title, "Once more" }));
    }

    [Test]
    public async Task What_the_server_refuses_is_a_value()
    {
        var registered = await Registry.RegisterAsync(SubmissionBuilder.OneDocument(UnknownPatient()).Build().Objects);
        var queried = await Registry.QueryAsync(new StoredQueryRequest(StoredQueryIds.FindDocuments, ReturnType.LeafClass, []));
        await using var retrieved = await Repository(SoapPackaging.Mtom).RetrieveAsync([new DocumentRequest(null, RepositoryUniqueId, "1.2.3")]);

        Assert.That((registered.Status, registered.Errors.Single().Code), Is.EqualTo((ResponseStatus.Failure, XdsErrorCode.XDSUnknownPatientId)));
        Assert.That((queried.Response.Status, queried.Objects.Count), Is.EqualTo((ResponseStatus.Failure, 0)));
        Assert.That(retrieved.Response.Errors.Single().Code, Is.EqualTo(XdsErrorCode.XDSDocumentUniqueIdError));
        Assert.That(await ReadAsync(retrieved), Is.Empty);
    }

    [Test]
    public void A_fault_is_an_exception()
    {
        var misled = new DocumentRegistryClient(_http, Server.Repository);

        var fault = Assert.ThrowsAsync<SoapFaultException>(() => misled.QueryAsync(StoredQuery.FindDocuments(_patient)))!;

        Assert.That(fault.Code, Is.EqualTo(SoapFaultCode.Sender));
        Assert.That(fault.Subcodes.Select(s => s.Name), Does.Contain("ActionNotSupported"));
        Assert.That(fault.Reason, Is.Not.Empty);
    }

    [Test]
    public async Task Patients_are_merged()
    {
        await ProvideAsync(Repository(SoapPackaging.Mtom), [Content()]);
        var surviving = new PatientId($"C{Guid.NewGuid():N}", Authority);
        await using var feed = await PatientIdentityFeedClient.ConnectAsync("127.0.0.1", Server.MllpPort);
        await feed.FeedAsync("A01", surviving);

        Assert.That((await feed.MergeAsync(_patient, surviving)).IsAccepted);
        Assert.That((await feed.MergeAsync(surviving, _patient)).Code, Is.EqualTo("AE"));
        Assert.That((await Registry.QueryAsync(StoredQuery.FindDocuments(surviving))).Objects, Has.Count.EqualTo(1));
    }

    DocumentRegistryClient Registry => new(_http, Server.Registry);

    DocumentRepositoryClient Repository(SoapPackaging packaging) => new(_http, Server.Repository, new SoapClientOptions { Packaging = packaging });

    async Task ProvideAsync(DocumentRepositoryClient repository, IReadOnlyList<byte[]> contents)
    {
        var submission = SubmissionBuilder.Empty(_patient.ToString());
        for (var i = 0; i < contents.Count; i++) submission.AddDocument($"Document{i}").Change($"Document{i}", WithoutContentFacts);

        var response = await repository.ProvideAndRegisterAsync(
            submission.Build().Objects, [.. contents.Select((c, i) => new ProvidedContent($"Document{i}", "text/xml", new MemoryStream(c)))]);

        Assert.That(response.Status, Is.EqualTo(ResponseStatus.Success), string.Join("; ", response.Errors));
    }

    static async Task<List<byte[]>> ReadAsync(RetrievedDocuments answer)
    {
        var contents = new List<byte[]>();
        await foreach (var document in answer)
        {
            using var bytes = new MemoryStream();
            await document.Content.CopyToAsync(bytes);
            contents.Add(bytes.ToArray());
        }

        return contents;
    }
}
