using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Server.Options;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Notifications;

/// <summary>
/// Tells the consumers of PIX Update Notifications that the affinity domain names, each by a queue of its own, so that one that is slow or down
/// keeps nobody else waiting. A new version of the affinity domain starts and ends queues.
/// </summary>
sealed class NotificationSender(
    IRegistryStore store,
    Iti10UpdateNotification updates,
    NotificationLedger notes,
    AffinityDomainSource domains,
    ServerOptions options,
    TimeProvider clock,
    ILoggerFactory loggers) : BackgroundService
{
    // A new version of the affinity domain is looked for as often as by the file's own watch.
    static readonly TimeSpan LookAtDomain = TimeSpan.FromSeconds(1);

    // Long enough for whoever looks after a holiday.
    static readonly TimeSpan GivenUpKept = TimeSpan.FromDays(30);

    static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    readonly ILogger _logger = loggers.CreateLogger<NotificationSender>();
    readonly Dictionary<string, Running> _queues = new(StringComparer.Ordinal);
    volatile ConsumerQueue[] _toWake = [];

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        store.NotificationsKept += WakeAll;
        try
        {
            AffinityDomain? known = null;
            while (true)
            {
                if (domains.Current is var current && current != known && await TryFollowAsync(current, stoppingToken).ConfigureAwait(false)) known = current;
                await Task.Delay(known == current ? LookAtDomain : AfterFailure, clock, stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            store.NotificationsKept -= WakeAll;
            foreach (var queue in _queues.Values) await queue.StopAsync().ConfigureAwait(false);
        }
    }

    async Task<bool> TryFollowAsync(AffinityDomain domain, CancellationToken cancellationToken)
    {
        try
        {
            await FollowAsync(domain, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (IOException error)
        {
            _logger.NotificationNotNoted(error, "the consumers of the affinity domain");
            return false;
        }
    }

    async Task FollowAsync(AffinityDomain domain, CancellationToken cancellationToken)
    {
        var facility = SenderNames.FacilityOf(domain);
        var wanted = domain.UpdateConsumers.ToDictionary(consumer => consumer.Name, consumer => (consumer, facility), StringComparer.Ordinal);
        foreach (var (name, running) in _queues.ToList())
        {
            if (wanted.TryGetValue(name, out var consumer) && running.Is(consumer.consumer, consumer.facility)) continue;
            _queues.Remove(name);
            await running.StopAsync().ConfigureAwait(false);
        }

        foreach (var (name, (consumer, _)) in wanted)
        {
            if (!_queues.ContainsKey(name)) _queues.Add(name, Start(consumer, facility, cancellationToken));
        }

        _toWake = [.. _queues.Values.Select(running => running.Queue)];
        await TidyAsync(wanted.Keys, cancellationToken).ConfigureAwait(false);
    }

    async Task TidyAsync(IReadOnlyCollection<string> consumers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var backlog in await store.ListBacklogsAsync(cancellationToken).ConfigureAwait(false))
        {
            await store.WriteAsync(tx => tx.Notifications.Forget(backlog.Consumer, now - GivenUpKept), cancellationToken).ConfigureAwait(false);
            if (!consumers.Contains(backlog.Consumer)) await notes.GiveUpAllAsync(backlog.Consumer, now).ConfigureAwait(false);
        }
    }

    Running Start(UpdateConsumer consumer, string facility, CancellationToken cancellationToken)
    {
        IUpdateDelivery delivery = consumer.IsVersion2
            ? new MllpDelivery(consumer, facility, options.Notifications.Attempt)
            : new SoapDelivery(consumer, facility, options.Notifications.Attempt, clock);
        var queue = new ConsumerQueue(consumer, delivery, updates, notes, store, clock, loggers.CreateLogger<ConsumerQueue>());
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new Running(consumer, facility, queue, stop, Task.Run(() => queue.RunAsync(stop.Token), CancellationToken.None));
    }

    void WakeAll()
    {
        foreach (var queue in _toWake) queue.Wake();
    }

    sealed record Running(UpdateConsumer Consumer, string Facility, ConsumerQueue Queue, CancellationTokenSource Stop, Task Work)
    {
        internal bool Is(UpdateConsumer other, string facility) =>
            Consumer with { Domains = other.Domains } == other && Consumer.Domains.SequenceEqual(other.Domains) && Facility == facility;

        // What is under way ends by itself: it is not known what became of it otherwise.
        internal async Task StopAsync()
        {
            await Stop.CancelAsync().ConfigureAwait(false);
            await Work.ConfigureAwait(false);
            Stop.Dispose();
        }
    }
}
