using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Server.Options;
using IheRegistry.Store.Outbox;

namespace IheRegistry.Server.Outbox;

/// <summary>
/// Delivers the answers that the outbox keeps, again and again until the receiver takes them or their time is over. A few at a time, and
/// fewer to one receiver, so that one that is slow keeps nobody else waiting.
/// </summary>
sealed class AnswerSender(
    AnswerOutbox outbox, AnswerPost post, ServerOptions options, AuditingNode node, TimeProvider clock, ILogger<AnswerSender> logger) : BackgroundService
{
    // What a start finds after an outage goes out on this many connections.
    const int MaxDeliveries = 16;

    // Two: one large document does not hold up the acknowledgements behind it.
    const int MaxPerReceiver = 2;

    // A receiver that restarts is back within seconds; one that is down for the night is asked every five minutes.
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // When the outcome cannot be written down, the disk has failed: nothing is to be had by haste.
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _wake = new(0);
    readonly Dictionary<long, (string Receiver, Task Delivery)> _underWay = [];

    /// <summary>An answer was kept: it is sent at once.</summary>
    internal void Wake() => _wake.Release();

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                foreach (var row in _underWay.Where(pair => pair.Value.Delivery.IsCompleted).Select(pair => pair.Key).ToList()) _underWay.Remove(row);
                var next = await StartDueAsync(stoppingToken).ConfigureAwait(false);
                await _wake.WaitAsync(next, stoppingToken).ConfigureAwait(false);
                while (_wake.Wait(0, stoppingToken))
                {
                    // One look serves all who woke it.
                }
            }
        }
        finally
        {
            await Task.WhenAll(_underWay.Values.Select(pair => pair.Delivery)).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    /// <summary>Starts what is due and has room; how long nothing more will be due.</summary>
    async Task<TimeSpan> StartDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var answer in await outbox.ListWaitingAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_underWay.ContainsKey(answer.Row)) continue;
            if (answer.Progress.NextAt > now) return Shorter(answer.Progress.NextAt - now, LongestWait);
            var receiver = ReceiverOf(answer);
            if (_underWay.Count < MaxDeliveries && _underWay.Values.Count(pair => pair.Receiver == receiver) < MaxPerReceiver)
                _underWay.Add(answer.Row, (receiver, Task.Run(() => DeliverAsync(answer, receiver, cancellationToken), CancellationToken.None)));
        }

        return LongestWait;
    }

    async Task DeliverAsync(KeptAnswer answer, string receiver, CancellationToken cancellationToken)
    {
        try
        {
            var failure = await post.SendAsync(answer, cancellationToken).ConfigureAwait(false);
            await NoteAsync(answer, receiver, failure).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The server stops: the answer waits for the next start.
            return;
        }
        catch (IOException error)
        {
            logger.AnswerNotNoted(error, receiver);
            await Task.Delay(AfterFailure, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Wake();
    }

    async Task NoteAsync(KeptAnswer answer, string receiver, string? failure)
    {
        var now = clock.GetUtcNow();
        if (failure is null)
        {
            await outbox.DeliveredAsync(answer, Audit(answer, now, null)).ConfigureAwait(false);
            return;
        }

        if (now >= answer.Deadline)
        {
            logger.AnswerGivenUp(answer.Transaction, receiver, answer.RelatesTo, answer.Progress.Attempts + 1, failure);
            await outbox.GiveUpAsync(answer, failure, Audit(answer, now, failure)).ConfigureAwait(false);
            return;
        }

        var wait = Shorter(FirstWait * Math.Pow(2, Math.Min(answer.Progress.Attempts, 20)), LongestWait);
        logger.AnswerPutOff(answer.Transaction, receiver, answer.Progress.Attempts + 1, failure);
        // The last attempt is made when the time is over.
        await outbox.PutOffAsync(answer, now + Shorter(wait, answer.Deadline - now), failure).ConfigureAwait(false);
    }

    AuditRecord Audit(KeptAnswer answer, DateTimeOffset at, string? failure) => AuditRecording.Of(AnswerDeliveryAudit.Of(
        node, answer.Transaction, answer.Endpoint, new Uri(answer.Address), answer.RelatesTo, at, failure));

    // Without the path, which may name what the sender calls a conversation.
    string ReceiverOf(KeptAnswer answer) =>
        options.Answers.Receivers.Find(answer.Address)?.GetLeftPart(UriPartial.Authority) ?? "an address not allowed any more";

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
