using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Notifications;

/// <summary>
/// Tells one consumer of what waits for it, a few persons at a time. A person is told of once the one before was answered, and so is an
/// identifier: a person that shares one with a message under way, because it has just moved, waits for that. What is sent is read then, so that
/// no list arrives after a newer one.
/// </summary>
sealed class ConsumerQueue(
    UpdateConsumer consumer,
    IUpdateDelivery delivery,
    Iti10UpdateNotification updates,
    NotificationLedger notes,
    IRegistryStore store,
    TimeProvider clock,
    ILogger logger) : IDisposable
{
    // Enough that persons who wait for each other do not hold up others.
    const int Looked = 64;

    // A consumer that restarts is back within seconds; one that is down for the night is asked every five minutes.
    static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    // What another process has put to be sent, or a clock that was set back, is seen within this.
    static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(30);

    // When the outcome cannot be written down, the disk has failed: nothing is to be had by haste.
    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    readonly SemaphoreSlim _wake = new(0);
    readonly Dictionary<long, Attempt> _underWay = [];
    readonly Lock _health = new();
    int _failures;
    DateTimeOffset _silentUntil;

    /// <summary>Something was put to be sent, or has been answered.</summary>
    internal void Wake() => _wake.Release();

    /// <summary>Delivers until told to stop; what is under way then has been given up, and waits for the next start.</summary>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                foreach (var row in _underWay.Where(pair => pair.Value.Task.IsCompleted).Select(pair => pair.Key).ToList()) _underWay.Remove(row);
                var wait = await StartDueAsync(cancellationToken).ConfigureAwait(false);
                await _wake.WaitAsync(wait, cancellationToken).ConfigureAwait(false);
                while (_wake.Wait(0, cancellationToken))
                {
                    // One look serves all who woke it.
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        finally
        {
            await Task.WhenAll(_underWay.Values.Select(attempt => attempt.Task)).ConfigureAwait(false);
            await delivery.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _wake.Dispose();

    /// <summary>Starts what is due and has room; how long nothing more will be due.</summary>
    async Task<TimeSpan> StartDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (failures, silentUntil) = Health();
        if (silentUntil > now) return Shorter(silentUntil - now, LookAgain);
        // One finds out whether a consumer is back.
        var room = (failures > 0 ? 1 : consumer.Connections) - _underWay.Count;
        if (room <= 0) return LookAgain;
        foreach (var notification in await store.ListWaitingNotificationsAsync(consumer.Name, Looked, cancellationToken).ConfigureAwait(false))
        {
            if (_underWay.ContainsKey(notification.Row)) continue;
            if (notification.NextAt > now) return Shorter(notification.NextAt - now, LookAgain);
            if (!await TryStartAsync(notification, cancellationToken).ConfigureAwait(false)) continue;
            if (--room == 0) break;
        }

        return LookAgain;
    }

    // The person is read here and not by the attempt, one after the other: whoever is read later is told later.
    async Task<bool> TryStartAsync(Notification notification, CancellationToken cancellationToken)
    {
        var person = await updates.ReadAsync(consumer, notification.Person, cancellationToken).ConfigureAwait(false);
        if (person is not null && _underWay.Values.Any(attempt => attempt.Ids.Overlaps(person.Ids))) return false;
        _underWay.Add(notification.Row, new Attempt(
            [.. person?.Ids ?? []], Task.Run(() => TellAsync(notification, person, cancellationToken), CancellationToken.None)));
        return true;
    }

    async Task TellAsync(Notification notification, NotifiedPerson? person, CancellationToken cancellationToken)
    {
        try
        {
            if (person is null) await notes.NothingToTellAsync(notification).ConfigureAwait(false);
            else await SendAsync(notification, person, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (IOException error)
        {
            logger.NotificationNotNoted(error, consumer.Name);
            await Task.Delay(AfterFailure, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Wake();
    }

    async Task SendAsync(Notification notification, NotifiedPerson person, CancellationToken cancellationToken)
    {
        var controlId = ControlIdOf(notification);
        var result = await delivery.SendAsync(controlId, notification.ChangedAt, person, cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        NoteHealth(result, now);
        var wait = Backoff(notification.Attempts);
        await notes.NoteAsync(consumer, notification, controlId, person, result, now + wait, now).ConfigureAwait(false);
    }

    // The same content has the same id, however often it is sent (MSH-10, at most 20 characters).
    static string ControlIdOf(Notification notification) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"N{notification.Row}.{notification.Generation}");

    (int Failures, DateTimeOffset SilentUntil) Health()
    {
        lock (_health) return (_failures, _silentUntil);
    }

    // Whoever answers is there, even if it refuses. Of several that fail together one counts.
    void NoteHealth(Delivery result, DateTimeOffset now)
    {
        lock (_health)
        {
            if (result.Outcome is DeliveryOutcome.Delivered or DeliveryOutcome.Refused)
            {
                if (_failures > 0) logger.ConsumerBack(consumer.Name);
                _failures = 0;
                _silentUntil = default;
                return;
            }

            if (now < _silentUntil) return;
            if (_failures == 0) logger.ConsumerSilent(consumer.Name, result.Failure!);
            _silentUntil = now + Backoff(_failures++);
        }
    }

    static TimeSpan Backoff(int failures) => Shorter(FirstWait * Math.Pow(2, Math.Min(failures, 20)), LongestWait);

    static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    sealed record Attempt(HashSet<PatientId> Ids, Task Task);
}
