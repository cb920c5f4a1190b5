using System.Globalization;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Tests.Documents;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>A ledger in a scratch folder, and feeds of invented patients.</summary>
sealed class Ledger : IAsyncDisposable
{
    internal const string Enterprise = "1.3.6.1.4.1.21367.2026.1.3";
    internal const string HospitalA = "1.2.3.1";
    internal const string HospitalB = "1.2.3.2";
    internal const byte NameKey = 1;

    readonly ScratchFolder _folder = new();
    DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal Ledger()
    {
        Store = new SqliteRegistryStore(Path, new WriteLatch());
        Queries = new SqlitePatientQueries(Store);
    }

    internal string Path => _folder.PathOf("registry.db");

    internal SqliteRegistryStore Store { get; }

    internal SqlitePatientQueries Queries { get; }

    /// <summary>When the last event was.</summary>
    internal DateTimeOffset Now => _now;

    internal static PatientId A(string id) => new(id, HospitalA);

    internal static PatientId B(string id) => new(id, HospitalB);

    internal static PatientId Epid(string id) => new(id, Enterprise);

    internal static RecordFeed Record(PatientId id, string family = "Wang") => new()
    {
        Id = id,
        Source = "facility|application",
        Demographics = Named(family),
        BlockingKeys = [family.GetHashCode(StringComparison.Ordinal)],
        SearchKeys = [new SearchKey(NameKey, family)],
        EnterpriseAuthority = Enterprise,
    };

    internal static PatientDemographics Named(string family) => new() { Names = [new PersonName(family, "Wei", "", "", "", "L", "")] };

    internal static PatientIdentifier Identifier(string id, string authority) => new(id, new HierarchicDesignator("", authority, "ISO"), "PI");

    /// <summary>The next second's event.</summary>
    internal LedgerSource Source(string explanation = "")
    {
        _now += TimeSpan.FromSeconds(1);
        return new LedgerSource(_now, "hospital/nurse", "MSG" + _now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), explanation);
    }

    internal Task<T> WriteAsync<T>(Func<IPatientLedger, T> work) => Store.WriteAsync(tx => work(tx.Patients), CancellationToken.None);

    internal Task<FeedOutcome> FeedAsync(RecordFeed feed) => WriteAsync(ledger => ledger.Feed(feed, Source()));

    internal Task<FeedOutcome> FeedAsync(PatientId id, string family = "Wang") => FeedAsync(Record(id, family));

    internal Task<LedgerOutcome> MoveAsync(PatientId id, long? person, EntryMove? entries = null) =>
        WriteAsync(ledger => ledger.Move(id, person, entries, Source()));

    internal Task<LedgerOutcome> MergeAsync(PatientId subsumed, PatientId surviving) =>
        WriteAsync(ledger => ledger.MergeRecords(subsumed, surviving, Source()));

    internal Task<LedgerOutcome> MergePersonsAsync(long subsumed, long surviving) =>
        WriteAsync(ledger => ledger.MergePersons(subsumed, surviving, Source()));

    internal Task<UndoOutcome> UndoAsync(long? number) => WriteAsync(ledger => ledger.Undo(number!.Value, Source()));

    /// <summary>The ids of the person of an id, in one text; null where it is not known.</summary>
    internal async Task<string?> IdsAsync(PatientId id) => Text(await Queries.FindIdsAsync(id, CancellationToken.None));

    internal async Task<string?> IdsAtAsync(PatientId id, DateTimeOffset at) => Text(await Queries.FindIdsAtAsync(id, at, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        _folder.Dispose();
    }

    static string? Text(CrossReference? found) =>
        found is null ? null : (found.IsSubsumed ? "subsumed: " : "") + string.Join(' ', found.Ids.Select(id => id.Id));
}
