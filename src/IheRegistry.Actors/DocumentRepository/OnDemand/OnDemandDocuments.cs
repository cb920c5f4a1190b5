using System.Text;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Identity;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Wire.EbXml;
using SHA256 = System.Security.Cryptography.SHA256;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>
/// The On-Demand Document Source behind Retrieve Document Set (ITI TF-2 3.43.4.2): for an on-demand entry of this repository it assembles
/// a summary of the patient's documents as they are now. While nothing has changed the document is the same one, byte for byte.
/// </summary>
public sealed class OnDemandDocuments
{
    /// <summary>What is assembled: a CDA document.</summary>
    internal const string MimeType = "text/xml";

    // An assembly takes memory by its limits, so that only so many run at once; those of one entry never do, since each may be the next
    // one's snapshot.
    const int Concurrency = 4;

    readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, Concurrency).Select(_ => new SemaphoreSlim(1, 1))];
    readonly IRegistryStore _store;
    readonly IDocumentStore _documents;
    readonly TemporaryContents _temporary;
    readonly OnDemandSettings _settings;
    readonly TimeProvider _clock;
    readonly OnDemandEntries _entries;
    readonly SummaryPlanner _planner;
    readonly SummaryAssembly _assembly;
    readonly Snapshots _snapshots;

    /// <summary>The source on its stores.</summary>
    public OnDemandDocuments(
        IRegistryStore store,
        IRegistryQueries queries,
        IDocumentStore documents,
        TemporaryContents temporary,
        DocumentRegistry.Iti42RegisterDocumentSet registry,
        OnDemandSettings settings,
        TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (_store, _documents, _temporary, _settings, _clock) = (store, documents, temporary, settings, clock);
        _entries = new OnDemandEntries(queries);
        _planner = new SummaryPlanner(queries, store, settings.Limits);
        _assembly = new SummaryAssembly(documents, settings.Limits);
        _snapshots = new Snapshots(documents, registry, _entries);
    }

    /// <summary>The document of an on-demand entry; null, and an error, when there is none for this caller.</summary>
    internal async Task<FoundDocument?> OpenAsync(
        AuditContext call, DocumentRequest request, AffinityDomain domain, AccessScope scope, ErrorList errors, CancellationToken cancellationToken)
    {
        if (await _entries.FindAsync(request, scope, errors, cancellationToken).ConfigureAwait(false) is not { } entry) return null;
        var turn = _turns[(uint)string.GetHashCode(entry.Entry.EntryUuid, StringComparison.Ordinal) % Concurrency];
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var plan = await _planner.PlanAsync(entry, domain, scope, cancellationToken).ConfigureAwait(false);
            var view = new AssemblyView(entry.Entry.EntryUuid, KeyOf(scope), plan.Digest(_settings.Limits));
            var last = await _store.FindAssembledAsync(view.EntryUuid, view.Scope, cancellationToken).ConfigureAwait(false);
            return await OpenSnapshotAsync(plan, view, last, cancellationToken).ConfigureAwait(false)
                ?? await AssembleAsync(call, plan, view, last, errors, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    // Callers who may see different things get different documents.
    static string KeyOf(AccessScope scope) => scope.HiddenConfidentialityCodes.Count == 0
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Join(' ', scope.HiddenConfidentialityCodes.Select(code => code.ToString()).Order(StringComparer.Ordinal)))));

    async Task<FoundDocument?> OpenSnapshotAsync(SummaryPlan plan, AssemblyView view, AssembledDocument? last, CancellationToken cancellationToken)
    {
        if (last is not { SnapshotUuid: { } snapshot } || !last.Inputs.Span.SequenceEqual(view.Inputs)) return null;
        var rows = await _store.FindDocumentsAsync(last.UniqueId, cancellationToken).ConfigureAwait(false);
        if (rows.FirstOrDefault(row => row.EntryUuid == snapshot) is not { } row) return null;
        var opened = await _documents.OpenAsync(row.Content, cancellationToken).ConfigureAwait(false);
        return opened.IsOpen ? Found(plan, last, opened.Content) : null;
    }

    async Task<FoundDocument?> AssembleAsync(
        AuditContext call, SummaryPlan plan, AssemblyView view, AssembledDocument? last, ErrorList errors, CancellationToken cancellationToken)
    {
        var sources = await _assembly.ReadAsync(plan, cancellationToken).ConfigureAwait(false);
        if (!_settings.Snapshots && last is not null && last.Inputs.Span.SequenceEqual(view.Inputs))
        {
            // A document that could be read then and cannot be now makes another one of it: then it is not the same.
            var again = Write(plan, sources, last.UniqueId, last.At);
            if (ContentId.Of(SHA256.HashData(again.Span)) == last.Sha256) return Found(plan, last with { SnapshotUuid = null }, _temporary.Keep(again));
        }

        var (uniqueId, at) = (Oid.New(), ToSeconds(_clock.GetUtcNow()));
        var bytes = Write(plan, sources, uniqueId, at);
        var assembled = new AssembledDocument
        {
            EntryUuid = view.EntryUuid,
            Scope = view.Scope,
            Inputs = view.Inputs,
            UniqueId = uniqueId,
            Sha256 = ContentId.Of(SHA256.HashData(bytes.Span)),
            At = at,
        };
        if (!_settings.Snapshots) return await RememberAsync(plan, assembled, bytes).ConfigureAwait(false);
        var kept = await _snapshots.RegisterAsync(call, plan, assembled, last, bytes, errors, cancellationToken).ConfigureAwait(false);
        return kept is null ? null : Found(plan, kept, _temporary.Keep(bytes));
    }

    // While nothing can be written, documents are served on; it will be another one next time.
    async Task<FoundDocument> RememberAsync(SummaryPlan plan, AssembledDocument assembled, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _store.WriteAsync(
                tx =>
                {
                    tx.Remember(assembled);
                    return true;
                },
                CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            return Found(plan, assembled, _temporary.Keep(bytes));
        }

        return Found(plan, assembled, _temporary.Keep(bytes));
    }

    static ReadOnlyMemory<byte> Write(SummaryPlan plan, IReadOnlyList<SummarySource> sources, string uniqueId, DateTimeOffset at) =>
        SummaryWriter.Write(SummaryAssembly.Summarize(plan, sources, uniqueId, at));

    static FoundDocument Found(SummaryPlan plan, AssembledDocument assembled, Stream content)
    {
        var codes = Confidentiality.Of([plan.Entry.Entry, .. plan.Sources.Select(source => source.Entry)]);
        return new FoundDocument(MimeType, plan.Entry.Patient.ToString(), string.Join(' ', codes), content)
        {
            NewDocumentUniqueId = assembled.UniqueId,
            NewRepositoryUniqueId = assembled.SnapshotUuid is null ? null : plan.Domain.RepositoryUniqueId,
        };
    }

    // Metadata know no fractions of a second.
    static DateTimeOffset ToSeconds(DateTimeOffset instant) => DateTimeOffset.FromUnixTimeSeconds(instant.ToUnixTimeSeconds());

    /// <summary>Which document of an entry it is: the entry's, for callers who see the same, made of this.</summary>
    sealed record AssemblyView(string EntryUuid, string Scope, byte[] Inputs);
}
