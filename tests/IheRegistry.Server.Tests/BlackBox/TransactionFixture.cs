using System.Security.Cryptography;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Model.Rules;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Tests.Shared.Mllp;
using IheRegistry.Tests.Shared.Soap;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.BlackBox;

/// <summary>What the tests of the transactions have in common: a server, a peer, and patients of their own.</summary>
public abstract class TransactionFixture : ServerFixture
{
    /// <summary>The patient id domain that the tests feed.</summary>
    protected const string Authority = "1.3.6.1.4.1.21367.13.20.1000";

    /// <summary>The repository of the default affinity domain.</summary>
    protected const string RepositoryUniqueId = "1.3.6.1.4.1.21367.2026.1.1";

    /// <summary>Posts SOAP.</summary>
    protected SoapPeer Peer { get; } = new();

    /// <summary>Closes the peer.</summary>
    [OneTimeTearDown]
    public void ClosePeer() => Peer.Dispose();

    /// <summary>A patient id that nobody has fed.</summary>
    protected static string UnknownPatient() => $"P{Guid.NewGuid():N}^^^&{Authority}&ISO";

    /// <summary>Feeds a patient.</summary>
    protected async Task<string> NewPatientAsync()
    {
        var patient = UnknownPatient();
        await AcceptAsync(MllpSender.Adt("A04", patient));
        return patient;
    }

    /// <summary>Merges one patient into another.</summary>
    protected Task MergeAsync(string subsumed, string surviving) => AcceptAsync(MllpSender.Adt("A40", surviving, subsumed));

    /// <summary>ITI-42.</summary>
    protected Task<SoapReply> RegisterAsync(SubmissionBuilder submission) =>
        Peer.PostAsync(Server.Registry, SoapRequest.Register(submission.Build()));

    /// <summary>ITI-42, which must succeed; gives the submission back.</summary>
    protected async Task<SubmissionBuilder> RegisteredAsync(SubmissionBuilder submission)
    {
        var reply = await RegisterAsync(submission);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return submission;
    }

    /// <summary>ITI-42, which must succeed; gives the entryUUIDs of its objects by the ids of the builder.</summary>
    protected async Task<IReadOnlyDictionary<string, string>> RegisteredIdsAsync(SubmissionBuilder submission)
    {
        var symbolic = submission.Build();
        var assigned = AssignUuids.In(symbolic);
        var reply = await Peer.PostAsync(Server.Registry, SoapRequest.Register(assigned));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return symbolic.Objects.Zip(assigned.Objects).ToDictionary(pair => pair.First.Id!, pair => pair.Second.Id!);
    }

    /// <summary>ITI-62.</summary>
    protected Task<SoapReply> RemoveMetadataAsync(params IEnumerable<string> entryUuids) =>
        Peer.PostAsync(Server.Registry, SoapRequest.RemoveMetadata(entryUuids));

    /// <summary>ITI-61.</summary>
    protected Task<SoapReply> OnDemandAsync(SubmissionBuilder submission) =>
        Peer.PostAsync(Server.Registry, SoapRequest.RegisterOnDemand(submission.Build()));

    /// <summary>ITI-61, which must succeed; gives the submission back.</summary>
    protected async Task<SubmissionBuilder> RegisteredOnDemandAsync(SubmissionBuilder submission)
    {
        var reply = await OnDemandAsync(submission);
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return submission;
    }

    /// <summary>ITI-41 of one document over MTOM, which must succeed; gives its uniqueId.</summary>
    protected async Task<string> ProvidedAsync(string patient, byte[] content)
    {
        var submission = ToProvide(patient);
        var reply = await Peer.PostAsync(Server.Repository, SoapRequest.Provide(submission.Build(), (SubmissionBuilder.DocumentId, content)));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return UniqueId(submission);
    }

    /// <summary>ITI-18 for whole objects.</summary>
    protected Task<SoapReply> QueryAsync(string queryId, params (string Name, string Value)[] parameters) =>
        Peer.PostAsync(Server.Registry, SoapRequest.StoredQuery(queryId, "LeafClass", parameters));

    /// <summary>The DocumentEntries of a patient of any status.</summary>
    protected async Task<IReadOnlyList<RegistryObject>> FindDocumentsAsync(string patient)
    {
        var reply = await QueryAsync(
            StoredQueryIds.FindDocuments,
            (ParameterNames.DocumentEntryPatientId, $"'{patient}'"),
            (ParameterNames.DocumentEntryStatus, "('urn:oasis:names:tc:ebxml-regrep:StatusType:Approved','urn:oasis:names:tc:ebxml-regrep:StatusType:Deprecated')"));
        Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
        return reply.Objects;
    }

    /// <summary>The registered entry of a document.</summary>
    protected async Task<RegistryObject> EntryAsync(string uniqueId) =>
        (await QueryAsync(StoredQueryIds.GetDocuments, (ParameterNames.DocumentEntryUniqueId, $"('{uniqueId}')"))).Objects.Single();

    /// <summary>The registered folder with a uniqueId.</summary>
    protected async Task<RegistryObject> FolderAsync(string uniqueId) =>
        (await QueryAsync(StoredQueryIds.GetFolders, (ParameterNames.FolderUniqueId, $"('{uniqueId}')"))).Objects.Single();

    /// <summary>The Associations of an object.</summary>
    protected async Task<IReadOnlyList<RegistryObject>> AssociationsAsync(string entryUuid) =>
        (await QueryAsync(StoredQueryIds.GetAssociations, (ParameterNames.Uuid, $"('{entryUuid}')"))).Objects;

    /// <summary>Registers a document; gives its entry.</summary>
    protected async Task<RegistryObject> RegisteredEntryAsync(string patient) =>
        await EntryAsync(UniqueId(await RegisteredAsync(SubmissionBuilder.OneDocument(patient))));

    /// <summary>A submission of one document whose hash, size and repository are the repository's to fill in.</summary>
    protected static SubmissionBuilder ToProvide(string patient) =>
        SubmissionBuilder.OneDocument(patient).Document(WithoutContentFacts);

    /// <summary>Takes out what depends on the content.</summary>
    protected static void WithoutContentFacts(ObjectBuilder document) =>
        document.Without(SlotNames.Hash).Without(SlotNames.Size).Without(SlotNames.RepositoryUniqueId);

    /// <summary>uniqueId of the first, or another, document.</summary>
    protected static string UniqueId(SubmissionBuilder submission, string id = SubmissionBuilder.DocumentId) =>
        submission[id].Build().Identifier(SchemeUuids.DocumentEntryUniqueId)!;

    /// <summary>Random bytes.</summary>
    protected static byte[] Content(int size = 1000) => RandomNumberGenerator.GetBytes(size);

    /// <summary>How many rows and files there are of all that a submission can leave, but for some tables.</summary>
    protected string Kept(params string[] without)
    {
        string[] tables = ["document_entry", "submission_set", "folder", "association", "entry_uuid", "unique_id", "fragment", "stored_document", "change_log"];
        var rows = tables.Except(without).Select(t => $"{t} {Server.Query($"SELECT count(*) FROM {t}", row => row.GetInt64(0)).Single()}");
        string[] folders = [Path.Combine(Server.DataFolder, "documents"), Path.Combine(Server.DataFolder, "spool")];
        var files = folders.Where(Directory.Exists).SelectMany(f => Directory.GetFiles(f, "*", SearchOption.AllDirectories));
        return string.Join(Environment.NewLine, [.. rows, .. files.Order()]);
    }

    /// <summary>The number of the audit's last row.</summary>
    protected long AuditMark() => Server.Query("SELECT coalesce(max(sequence), 0) FROM audit_event", row => row.GetInt64(0)).Single();

    /// <summary>The audit's rows after a mark: transaction, event, action, outcome.</summary>
    protected IReadOnlyList<string> AuditedSince(long mark) => Server.Query(
        $"SELECT event_type, event_id, action, outcome FROM audit_event WHERE sequence > {mark} ORDER BY sequence",
        row => $"{row.GetString(0)} {row.GetString(1)} {row.GetString(2)[0]} {row.GetInt64(3)}");

    async Task AcceptAsync(string message) => Assert.That(await MllpSender.SendAsync(Server.MllpPort, message), Does.Contain("\rMSA|AA|"));
}
