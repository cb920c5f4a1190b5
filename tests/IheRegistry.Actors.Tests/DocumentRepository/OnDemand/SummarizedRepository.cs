using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Actors.DocumentRepository.OnDemand;
using IheRegistry.Actors.Tests.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Tests.Shared.Cda;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.EbXml;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRepository.OnDemand;

/// <summary>Registry and repository on a folder of their own, with one patient and one on-demand entry.</summary>
sealed class SummarizedRepository : IAsyncDisposable
{
    const string Patient = SubmissionBuilder.DefaultPatient;
    const string RepositoryUniqueId = "1.3.6.1.4.1.21367.2026.1.1";

    readonly DataFolder _folder = DataFolder.Open(Directory.CreateTempSubdirectory("iheregistry-summary-").FullName).Folder!;
    readonly SqliteRegistryStore _store;
    readonly SqliteRegistryQueries _queries;
    readonly Iti41ProvideAndRegister _provide;
    readonly Iti43RetrieveDocumentSet _retrieve;
    readonly Iti61RegisterOnDemandDocumentEntry _register;
    readonly string _onDemand = SubmissionBuilder.NewOid();

    SummarizedRepository(OnDemandSettings settings)
    {
        var domains = new AffinityDomainSource(TestDomain.Unchecked);
        var space = new FreeSpaceGuard(_folder.Root, 0, TimeProvider.System);
        var latch = new WriteLatch();
        _store = new SqliteRegistryStore(_folder.PathOf(SqliteRegistryStore.FileName), latch);
        _queries = new SqliteRegistryQueries(_store, new ResultBufferOptions { SpoolFolder = _folder.Spool });
        var documents = new FileDocumentStore(_folder, _store.IsReferencedAsync, space, latch, TimeProvider.System);
        var registry = new Iti42RegisterDocumentSet(_store, domains, space, TimeProvider.System);
        _provide = new Iti41ProvideAndRegister(registry, documents, _store, domains, space, new RepositoryLimits(1 << 20), TimeProvider.System);
        _register = new Iti61RegisterOnDemandDocumentEntry(registry);
        var onDemand = new OnDemandDocuments(_store, _queries, documents, new TemporaryContents(_folder.Spool), registry, settings, TimeProvider.System);
        _retrieve = new Iti43RetrieveDocumentSet(documents, _store, onDemand, domains);
    }

    public static async Task<SummarizedRepository> OpenAsync(OnDemandLimits limits, bool snapshots = false)
    {
        var repository = new SummarizedRepository(new OnDemandSettings(snapshots, limits));
        await repository._store.WriteAsync(
            tx =>
            {
                tx.AddPatients([PatientId.Parse(Patient)!], DateTimeOffset.UtcNow);
                return true;
            },
            CancellationToken.None);
        var submission = SubmissionBuilder.OneOnDemandDocument()
            .Document(d => d.Identifier(SchemeUuids.DocumentEntryUniqueId, repository._onDemand, "XDSDocumentEntry.uniqueId"));
        Succeeded(await repository._register.RegisterAsync(Calls.Registry, submission.Build(), CancellationToken.None));
        return repository;
    }

    /// <summary>Stores a document of one section; the later the number, the newer.</summary>
    public async Task PublishAsync(int number, string text, string confidentiality = "N")
    {
        var content = CdaText.Document("1.2.3", CdaText.Section("48765-2", $"Section {number}", text));
        var submission = SubmissionBuilder.OneDocument().Document(d => d
            .Without(SlotNames.Hash).Without(SlotNames.Size).Without(SlotNames.RepositoryUniqueId)
            .Slot(SlotNames.CreationTime, $"2026{number:00}")
            .Title($"Document {number}")
            .Without(SchemeUuids.ConfidentialityCode)
            .Code(SchemeUuids.ConfidentialityCode, confidentiality, "2.16.840.1.113883.5.25", "x"));
        Succeeded(await _provide.ProvideAndRegisterAsync(
            Calls.Repository, new ProvidedDocumentSet(submission.Build(), [SubmissionBuilder.DocumentId], Arriving(content)), CancellationToken.None));
    }

    /// <summary>The summary as a caller gets it who may see this.</summary>
    public async Task<(string UniqueId, string Text)> RetrieveAsync(AccessScope? scope = null)
    {
        await using var answer = await _retrieve.RetrieveAsync(
            Calls.Repository, [new DocumentRequest(null, RepositoryUniqueId, _onDemand)], scope ?? AccessScope.Everything, CancellationToken.None);
        Succeeded(answer.Response);
        var document = answer.Documents.Single();
        using var reader = new StreamReader(document.Content);
        return (document.NewDocumentUniqueId!, await reader.ReadToEndAsync());
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
        Directory.Delete(_folder.Root, recursive: true);
    }

    static async IAsyncEnumerable<IncomingDocument> Arriving(byte[] content)
    {
        await Task.Yield();
        yield return new IncomingDocument(SubmissionBuilder.DocumentId, new MemoryStream(content));
    }

    static void Succeeded(RegistryResponse response) =>
        Assert.That(response.Status, Is.EqualTo(ResponseStatus.Success), string.Join('\n', response.Errors.Select(error => error.Context)));
}
