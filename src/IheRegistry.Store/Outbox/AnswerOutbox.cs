using IheRegistry.Model.Audit;
using IheRegistry.Store.Registry;

namespace IheRegistry.Store.Outbox;

/// <summary>
/// Keeps the answers that go to addresses of their own until they are delivered. An answer is kept in this order: its bytes and, where they
/// are in a file, the file's name are durable, then its row. It is dropped in the opposite one, so that a kill leaves a file that the next
/// start sweeps, and never a row without its body.
/// </summary>
public sealed class AnswerOutbox
{
    // Long enough for whoever looks after a holiday; a row has some hundred bytes.
    static readonly TimeSpan DeadKept = TimeSpan.FromDays(30);

    readonly string _folder;
    readonly IRegistryStore _store;
    readonly OutboxLimits _limits;
    readonly OutboxRoom _room;
    readonly FreeSpaceGuard _space;
    readonly Durability _durability;
    readonly TimeProvider _clock;
    int _dead;

    /// <summary>The outbox of a data folder.</summary>
    public AnswerOutbox(
        DataFolder folder, IRegistryStore store, OutboxLimits limits, FreeSpaceGuard space, WriteLatch latch, TimeProvider clock)
    {
        (_folder, _store, _limits, _space, _clock) = (folder.Outbox, store, limits, space, clock);
        _room = new OutboxRoom(limits);
        _durability = new Durability(latch);
        PrivateFiles.EnsureFolder(_folder);
        _durability.FlushDirectory(folder.Root);
    }

    /// <summary>Answers that wait, or are being written.</summary>
    public int Waiting => _room.Answers;

    /// <summary>What those take.</summary>
    public long WaitingBytes => _room.Bytes;

    /// <summary>Answers that were given up in the last thirty days.</summary>
    public int Dead => Volatile.Read(ref _dead);

    /// <summary>Counts what waits, drops files without a row and what was given up long ago. Once, before anything else.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await WriteAsync(tx => tx.DropDeadAnswers(now - DeadKept), cancellationToken).ConfigureAwait(false);
        var answers = await _store.ListAnswersAsync(cancellationToken).ConfigureAwait(false);
        foreach (var answer in answers.Where(answer => answer.Progress.GivenUpAt is null)) _room.Add(answer.Size);
        _dead = answers.Count(answer => answer.Progress.GivenUpAt is not null);
        var known = answers.Select(answer => answer.File).ToHashSet();
        foreach (var path in Directory.EnumerateFiles(_folder).Where(path => !known.Contains(Path.GetFileName(path)))) File.Delete(path);
    }

    /// <summary>Takes a place for an answer, before the request is acted on; null where there is none.</summary>
    public AnswerDraft? TryBegin() =>
        !_space.IsLow && _room.TryTakeAnswer(AnswerDraft.InlineBytes) ? new AnswerDraft(_folder, _room, _space) : null;

    /// <summary>Keeps an answer that is written; when it returns, the answer survives whatever ends the process.</summary>
    /// <exception cref="AnswerNotKeptException">It could not be made durable, and is not kept.</exception>
    public async Task KeepAsync(AnswerDraft draft, KeptAnswer answer)
    {
        try
        {
            await KeepDurablyAsync(draft, answer).ConfigureAwait(false);
        }
        catch (IOException error) when (error is not AnswerNotKeptException)
        {
            throw new AnswerNotKeptException(error);
        }
    }

    /// <summary>When an answer that is kept now is given up.</summary>
    public DateTimeOffset DeadlineFrom(DateTimeOffset now) => now + _limits.Deadline;

    /// <summary>The answers that wait, the next due first.</summary>
    public async Task<IReadOnlyList<KeptAnswer>> ListWaitingAsync(CancellationToken cancellationToken) =>
    [
        .. (await _store.ListAnswersAsync(cancellationToken).ConfigureAwait(false)).Where(answer => answer.Progress.GivenUpAt is null),
    ];

    /// <summary>Opens the body of an answer; null where it is missing, as after a restore: a backup holds no outbox files.</summary>
    public async Task<Stream?> ReadAsync(KeptAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.File is null)
        {
            return await _store.ReadAnswerAsync(answer.Row, cancellationToken).ConfigureAwait(false) is { } body
                ? new MemoryStream(body, writable: false)
                : null;
        }

        var path = Path.Combine(_folder, answer.File);
        return File.Exists(path) ? File.OpenRead(path) : null;
    }

    /// <summary>Drops an answer that was delivered, and audits that.</summary>
    public async Task DeliveredAsync(KeptAnswer answer, AuditRecord audit)
    {
        await WriteAsync(
            tx =>
            {
                tx.DropAnswer(answer.Row);
                tx.Audit([audit]);
            },
            CancellationToken.None).ConfigureAwait(false);
        Leave(answer);
    }

    /// <summary>Writes down that an attempt failed and when the next one is.</summary>
    public Task PutOffAsync(KeptAnswer answer, DateTimeOffset nextAt, string failure) => WriteAsync(
        tx => tx.ChangeAnswer(answer.Row, new AnswerProgress(answer.Progress.Attempts + 1, nextAt, failure)), CancellationToken.None);

    /// <summary>Gives an answer up: that it was there is kept for a while, its body is not.</summary>
    public async Task GiveUpAsync(KeptAnswer answer, string failure, AuditRecord audit)
    {
        var now = _clock.GetUtcNow();
        var dropped = 0;
        await WriteAsync(
            tx =>
            {
                tx.ChangeAnswer(answer.Row, new AnswerProgress(answer.Progress.Attempts + 1, now, failure) { GivenUpAt = now });
                tx.Audit([audit]);
                dropped = tx.DropDeadAnswers(now - DeadKept);
            },
            CancellationToken.None).ConfigureAwait(false);
        Interlocked.Add(ref _dead, 1 - dropped);
        Leave(answer);
    }

    async Task KeepDurablyAsync(AnswerDraft draft, KeptAnswer answer)
    {
        await draft.Output.FlushAsync().ConfigureAwait(false);
        if (draft.File is { } file)
        {
            _durability.FlushFile(file.SafeFileHandle, file.Name);
            _durability.FlushDirectory(_folder);
        }

        var kept = answer with { Size = draft.Length, File = draft.FileName, ContentType = draft.ContentType };
        await _store.WriteAsync(tx => tx.KeepAnswer(kept, draft.Memory), CancellationToken.None).ConfigureAwait(false);
        draft.Settle();
    }

    void Leave(KeptAnswer answer)
    {
        if (answer.File is { } file) File.Delete(Path.Combine(_folder, file));
        _room.ReturnAnswer(answer.Size);
    }

    Task WriteAsync(Action<IRegistryTransaction> work, CancellationToken cancellationToken) => _store.WriteAsync(
        tx =>
        {
            work(tx);
            return true;
        },
        cancellationToken);
}
