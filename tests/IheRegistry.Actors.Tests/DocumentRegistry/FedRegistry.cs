using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Actors.Tests.Audit;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Tests.Shared.Metadata;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Hl7v2;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Actors.Tests.DocumentRegistry;

/// <summary>ITI-42, ITI-57 and ITI-8 on a database of its own, in which two patients are known.</summary>
sealed class FedRegistry : IAsyncDisposable
{
    public const string Authority = "1.3.6.1.4.1.21367.13.20.1000";
    public const string Namespace = "IHERED";
    public const string Ada = "ada^^^&" + Authority + "&ISO";
    public const string Bob = "bob^^^&" + Authority + "&ISO";

    static readonly AffinityDomain Domain = new(TestDomain.Unchecked.Definition with
    {
        Authorities =
        [
            new AssigningAuthority(Authority, AuthorityKind.PatientId, Namespace),
            new AssigningAuthority("1.3.6.1.4.1.21367.2026.8", AuthorityKind.Local, "WARD"),
        ],
    });

    readonly string _path = Path.Combine(Path.GetTempPath(), $"iheregistry-iti42-{Guid.NewGuid():N}.db");
    readonly SqliteRegistryStore _store;
    readonly Iti42RegisterDocumentSet _register;
    readonly Iti57UpdateDocumentSet _update;
    readonly Iti62RemoveMetadata _remove;
    readonly PatientFeeds _feed;

    FedRegistry()
    {
        var domains = new AffinityDomainSource(Domain);
        _store = new SqliteRegistryStore(_path, new WriteLatch());
        var space = new FreeSpaceGuard(Path.GetTempPath(), lowMark: 0, TimeProvider.System);
        _register = new Iti42RegisterDocumentSet(_store, domains, space, TimeProvider.System);
        _update = new Iti57UpdateDocumentSet(_store, domains, space, TimeProvider.System);
        _remove = new Iti62RemoveMetadata(_store, TimeProvider.System);
        var patients = new SqlitePatientQueries(_store);
        var matching = new RecordMatching(new MatchSettingsSource(MatchSettingsSource.Standard));
        var notification = new Iti10UpdateNotification(patients, domains, new NotificationLimits(1, 1, TimeSpan.FromDays(1)));
        _feed = new PatientFeeds(_store, patients, domains, matching, notification, space, TimeProvider.System);
    }

    public static async Task<FedRegistry> OpenAsync()
    {
        var registry = new FedRegistry();
        await registry.FeedAsync("A01", [Id("ada")]);
        await registry.FeedAsync("A01", [Id("bob")]);
        return registry;
    }

    public static PatientIdentifier Id(string id, string authority = Authority) => new(id, new HierarchicDesignator("", authority, "ISO"), "");

    /// <summary>Makes a patient known to the registry and to nobody else, as registries did before there was a ledger of identities.</summary>
    public Task KnewAsync(string id) => _store.WriteAsync(
        tx =>
        {
            tx.AddPatients([new PatientId(id, Authority)], DateTimeOffset.UnixEpoch);
            return true;
        },
        CancellationToken.None);

    /// <summary>Feeds one patient; the texts of what is wrong with the message.</summary>
    public async Task<IReadOnlyList<string>> FeedAsync(string code, PatientIdentifier[] patient, params PatientIdentifier[] prior)
    {
        var problems = await _feed.FeedAsync(
            Calls.Registry,
            Transactions.Iti8,
            new PatientFeedMessage
            {
                Event = PatientFeedEvents.Iti8[code],
                ControlId = "1",
                SendingApplication = HierarchicDesignator.None,
                SendingFacility = HierarchicDesignator.None,
                ReceivingApplication = HierarchicDesignator.None,
                ReceivingFacility = HierarchicDesignator.None,
                SentAt = "",
                ProcessingId = "P",
                RecordedAt = "",
                Patients = [new PatientFeedEntry { Identifiers = patient, PriorIdentifiers = prior, Demographics = new PatientDemographics() }],
            },
            CancellationToken.None);
        return [.. problems.Select(p => p.Text)];
    }

    public Task<RegistryResponse> RegisterAsync(SubmissionBuilder submission) => RegisterAsync(submission.Build());

    public Task<RegistryResponse> UpdateAsync(SubmissionBuilder update) => _update.UpdateAsync(Calls.Registry, update.Build(), CancellationToken.None);

    /// <summary>Registers a submission of which the test wants the ids: of its first document, its first Folder and its SubmissionSet.</summary>
    public async Task<Registered> HasAsync(SubmissionBuilder submission)
    {
        var list = AssignUuids.In(submission.Build());
        var response = await RegisterAsync(list);
        Assert.That(response.Errors, Is.Empty);
        return new Registered(
            list.Objects.FirstOrDefault(o => o.Element == EbrimElement.ExtrinsicObject)?.Id ?? "",
            IdOf(list, SchemeUuids.Folder) ?? "",
            IdOf(list, SchemeUuids.SubmissionSet)!);
    }

    /// <summary>Removes objects.</summary>
    public Task<RegistryResponse> RemoveAsync(IReadOnlyList<string> entryUuids) =>
        _remove.RemoveAsync(Calls.Registry, new RemoveObjectsRequest(entryUuids), CancellationToken.None);

    /// <summary>The codes of the errors by which a submission is refused, with their texts.</summary>
    public async Task<(IEnumerable<XdsErrorCode> Codes, string Contexts)> RefusesAsync(SubmissionBuilder submission)
    {
        var before = Count("SELECT count(*) FROM entry_uuid");
        var response = await RegisterAsync(submission);
        Assert.That(response.Status, Is.EqualTo(ResponseStatus.Failure));
        Assert.That(Count("SELECT count(*) FROM entry_uuid"), Is.EqualTo(before));
        return (response.Errors.Select(e => e.Code), string.Join('\n', response.Errors.Select(e => e.Context)));
    }

    public AvailabilityStatus StatusOf(string document) =>
        (AvailabilityStatus)Count($"SELECT status FROM document_entry WHERE uuid = {Blob(document)}");

    /// <summary>How many memberships lead from a Folder to documents.</summary>
    public long MembersOf(string folder) =>
        Count($"SELECT count(*) FROM association a JOIN folder f ON f.object_row = a.source_row WHERE f.uuid = {Blob(folder)}");

    public long Count(string sql) => Rows(sql, row => row.GetInt64(0)).Single();

    public IReadOnlyList<T> Rows<T>(string sql, Func<SqliteDataReader, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={_path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(_path + suffix);
    }

    public Task<RegistryResponse> RegisterAsync(RegistryObjectList list) => _register.RegisterAsync(Calls.Repository, list, CancellationToken.None);

    static string? IdOf(RegistryObjectList list, string node) =>
        list.Objects.FirstOrDefault(o => o.Classifications.Any(c => c.Node == node))?.Id;

    static string Blob(string uuid) => $"x'{uuid["urn:uuid:".Length..].Replace("-", "", StringComparison.Ordinal)}'";
}

/// <summary>entryUUIDs of what was registered.</summary>
sealed record Registered(string Document, string Folder, string Set);
