using IheRegistry.Server.Options;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Maintenance;

/// <summary>
/// Reads every stored document again, slowly, once in an interval, and reports what is damaged before somebody needs it. A pass that a stop
/// broke off goes on where it was.
/// </summary>
sealed class Scrub(
    ServerOptions options, DataFolder folder, IRegistryStore store, IDocumentStore documents, TimeProvider clock, ILogger<Scrub> logger) : BackgroundService
{
    // What a kill makes the next start read again, at most.
    static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(30);

    volatile ScrubState _state = ScrubState.Read(folder.PathOf(ScrubState.FileName));
    long _savedAt = clock.GetTimestamp();

    /// <summary>How many documents are known to be damaged.</summary>
    internal int DamagedDocuments => _state.Damaged.Length;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Data.ScrubInterval is not { } interval) return;
        // The server must not wait with its start for the first document.
        await Task.Yield();
        while (true)
        {
            await WaitAsync(interval, stoppingToken).ConfigureAwait(false);
            await PassAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    // A pass that is under way does not wait; nor does one that is overdue.
    async Task WaitAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        if (_state is not { StartedAt: { } started, FinishedAt: not null }) return;
        var due = started + interval - clock.GetUtcNow();
        if (due > TimeSpan.Zero) await Task.Delay(due, clock, cancellationToken).ConfigureAwait(false);
    }

    async Task PassAsync(CancellationToken cancellationToken)
    {
        if (_state is not { StartedAt: not null, FinishedAt: null }) _state = _state.Begin(clock.GetUtcNow());
        var rehash = new Rehash(documents.OpenAsync, store.IsReferencedAsync, clock);
        var expected = store.ListContentsAsync(_state.After?.ToKey(), cancellationToken);
        var count = 0;
        await foreach (var result in rehash.RunAsync(expected, Rehash.DefaultBytesPerSecond, cancellationToken).ConfigureAwait(false))
        {
            Note(result);
            count++;
        }

        await ForgetRemovedAsync(cancellationToken).ConfigureAwait(false);
        _state = _state with { FinishedAt = clock.GetUtcNow() };
        Save();
        logger.Scrubbed(count, DamagedDocuments);
    }

    void Note(RehashResult result)
    {
        var known = DamagedDocuments;
        _state = _state.With(result);
        if (result.Fault is { } fault) logger.DocumentDamaged(result.Key.Owner, result.Key.Sha256.ToString(), fault);
        if (known != DamagedDocuments || clock.GetElapsedTime(_savedAt) > SaveInterval) Save();
    }

    async Task ForgetRemovedAsync(CancellationToken cancellationToken)
    {
        foreach (var finding in _state.Damaged)
        {
            if (ContentId.TryParse(finding.Sha256, out var id)
                && await store.IsReferencedAsync(finding.Owner, id, cancellationToken).ConfigureAwait(false)) continue;
            _state = _state with { Damaged = _state.Damaged.Remove(finding) };
        }
    }

    // Only a convenience is lost where the disk does not take it.
    void Save()
    {
        _savedAt = clock.GetTimestamp();
        try
        {
            folder.Replace(ScrubState.FileName, _state.Write());
        }
        catch (IOException error)
        {
            logger.ScrubNotSaved(error);
        }
    }
}
