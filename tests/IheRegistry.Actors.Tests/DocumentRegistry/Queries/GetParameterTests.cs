using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

[TestFixture]
public sealed class GetParameterTests : StoredQueryTests
{
    const string Uuid1 = "urn:uuid:00000000-0000-0000-0000-000000000001";
    const string Uuid2 = "urn:uuid:00000000-0000-0000-0000-000000000002";

    static readonly QueryParameter Types = P(ParameterNames.AssociationTypes, AssociationType.Replace.ToUrn());

    static IEnumerable<TestCaseData> ByIdentifier()
    {
        string[] document = [ParameterNames.DocumentEntryEntryUuid, ParameterNames.DocumentEntryUniqueId];
        string[] folder = [ParameterNames.FolderEntryUuid, ParameterNames.FolderUniqueId];
        string[] submissionSet = [ParameterNames.SubmissionSetEntryUuid, ParameterNames.SubmissionSetUniqueId];
        yield return Case(StoredQueryIds.GetDocuments, [.. document, ParameterNames.DocumentEntryLogicalId], single: false);
        yield return Case(StoredQueryIds.GetFolders, [.. folder, ParameterNames.FolderLogicalId], single: false);
        yield return Case(StoredQueryIds.GetDocumentsAndAssociations, document, single: false);
        yield return Case(StoredQueryIds.GetSubmissionSetAndContents, submissionSet, single: true);
        yield return Case(StoredQueryIds.GetFolderAndContents, folder, single: true);
        yield return Case(StoredQueryIds.GetFoldersForDocument, document, single: true);
        yield return Case(StoredQueryIds.GetRelatedDocuments, document, single: true);
    }

    static TestCaseData Case(string queryId, string[] names, bool single) => new(queryId, names, single);

    static ObjectIds IdsOf(RegistryQuery query) => query switch
    {
        GetDocumentsQuery q => q.Ids,
        GetFoldersQuery q => q.Ids,
        GetDocumentsAndAssociationsQuery q => q.Ids,
        GetSubmissionSetAndContentsQuery q => q.Ids,
        GetFolderAndContentsQuery q => q.Ids,
        GetFoldersForDocumentQuery q => q.Ids,
        GetRelatedDocumentsQuery q => q.Ids,
        _ => throw new AssertionException(query.ToString()),
    };

    Task<RegistryQuery> Query(string queryId, params QueryParameter[] parameters) => QueryOf<RegistryQuery>(queryId, parameters);

    [TestCaseSource(nameof(ByIdentifier))]
    public async Task Exactly_one_identifier_parameter_names_the_objects(string queryId, string[] names, bool single)
    {
        foreach (var (name, kind) in names.Zip(Enum.GetValues<ObjectIdKind>()))
        {
            string[] values = single ? [Uuid1] : [Uuid1, Uuid2];
            var ids = IdsOf(await Query(queryId, P(name, values), Types));
            Assert.That(ids.Kind, Is.EqualTo(kind));
            Assert.That(ids.Values, Is.EqualTo(values));
        }
    }

    [TestCaseSource(nameof(ByIdentifier))]
    public async Task None_is_a_missing_parameter_and_two_are_too_many(string queryId, string[] names, bool single)
    {
        Assert.That(await ErrorOf(queryId, Types), Is.EqualTo(Missing(names[0])));
        Assert.That(
            await ErrorOf(queryId, Types, P(names[0], Uuid1), P(names[^1], Uuid2)), Is.EqualTo(TooMany(names[0])));
        if (single)
            Assert.That(await ErrorOf(queryId, Types, P(names[0], Uuid1, Uuid2)), Is.EqualTo(TooMany(names[0])));
    }

    [Test]
    public async Task GetAssociations_and_GetSubmissionSets_need_uuids()
    {
        var missing = Missing(ParameterNames.Uuid);
        Assert.That(await ErrorOf(StoredQueryIds.GetAssociations), Is.EqualTo(missing));
        Assert.That(await ErrorOf(StoredQueryIds.GetSubmissionSets), Is.EqualTo(missing));
        var uuids = P(ParameterNames.Uuid, Uuid1, Uuid2);
        Assert.That((await QueryOf<GetAssociationsQuery>(StoredQueryIds.GetAssociations, uuids)).EntryUuids, Is.EqualTo(uuids.Values));
        Assert.That((await QueryOf<GetSubmissionSetsQuery>(StoredQueryIds.GetSubmissionSets, uuids)).EntryUuids, Is.EqualTo(uuids.Values));
    }

    [Test]
    public async Task GetRelatedDocuments_needs_association_types_and_drops_those_that_do_not_exist()
    {
        var document = P(ParameterNames.DocumentEntryEntryUuid, Uuid1);
        Assert.That(
            await ErrorOf(StoredQueryIds.GetRelatedDocuments, document),
            Is.EqualTo(Missing(ParameterNames.AssociationTypes)));
        var types = P(ParameterNames.AssociationTypes, AssociationType.Append.ToUrn(), "urn:x", AssociationType.Replace.ToUrn());
        var query = await QueryOf<GetRelatedDocumentsQuery>(StoredQueryIds.GetRelatedDocuments, document, types);
        Assert.That(query.Types, Is.EqualTo(new[] { AssociationType.Replace, AssociationType.Append }));
    }

    [TestCase(StoredQueryIds.GetSubmissionSetAndContents, ParameterNames.SubmissionSetEntryUuid)]
    [TestCase(StoredQueryIds.GetFolderAndContents, ParameterNames.FolderEntryUuid)]
    public async Task Queries_for_contents_take_the_document_filter(string queryId, string identifier)
    {
        var query = await Query(
            queryId, P(identifier, Uuid1), P(ParameterNames.DocumentEntryFormatCode, "f^^s", "g^^s"),
            P(ParameterNames.DocumentEntryConfidentialityCode, "N^^s"), P(ParameterNames.DocumentEntryConfidentialityCode, "R^^s"),
            P(ParameterNames.DocumentEntryType, SchemeUuids.OnDemandDocumentEntry));
        var filter = query is GetFolderAndContentsQuery folder ? folder.Documents : ((GetSubmissionSetAndContentsQuery)query).Documents;
        Assert.That(filter.FormatCodes, Has.Count.EqualTo(2));
        Assert.That(filter.ConfidentialityCodes, Has.Count.EqualTo(2));
        Assert.That(filter.Types, Is.EqualTo(DocumentEntryTypes.OnDemand));
    }

    [Test]
    public async Task Association_statuses_reach_the_query()
    {
        var uuids = P(ParameterNames.Uuid, Uuid1);
        var query = await Query(StoredQueryIds.GetAssociations, uuids);
        Assert.That(query.AssociationStatuses, Is.EqualTo(new[] { AvailabilityStatus.Approved }));
        var both = P(ParameterNames.AssociationStatus, AvailabilityStatusUrn.Deprecated, AvailabilityStatusUrn.Approved);
        query = await Query(StoredQueryIds.GetAssociations, uuids, both);
        Assert.That(
            query.AssociationStatuses,
            Is.EqualTo(new[] { AvailabilityStatus.Approved, AvailabilityStatus.Deprecated }));
    }

    [Test]
    public async Task An_unknown_query_is_refused() => Assert.That(
        (await ErrorOf("urn:uuid:00000000-0000-0000-0000-000000000000")).Code, Is.EqualTo(XdsErrorCode.XDSUnknownStoredQuery));
}
