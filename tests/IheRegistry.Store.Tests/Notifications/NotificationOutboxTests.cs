using IheRegistry.Model.AffinityDomains;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Tests.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Notifications;

[TestFixture]
public sealed class NotificationOutboxTests
{
    const string DomainA = "1.2.1";
    const string DomainB = "1.2.2";

    static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    static readonly NotificationLimits Limits = new(3, 2, TimeSpan.FromDays(1));
    static readonly UpdateConsumer All = Consumer("all");
    static readonly UpdateConsumer OnlyA = Consumer("a", DomainA);

    ScratchFolder _folder = null!;
    SqliteRegistryStore _store = null!;

    [SetUp]
    public void Open()
    {
        _folder = new ScratchFolder();
        _store = new SqliteRegistryStore(_folder.PathOf("registry.db"), new WriteLatch());
    }

    [TearDown]
    public async Task Close()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task A_change_is_kept_for_whom_it_interests()
    {
        await KeepAsync([new(1, DomainA), new(1, DomainB), new(2, DomainB)], All, OnlyA);

        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1, 2 }));
        Assert.That(await WaitingAsync(OnlyA), Is.EqualTo(new long[] { 1 }));
        Assert.That(await BacklogAsync(), Is.EqualTo(new ConsumerBacklog[] { new("a", 1, 0, 0), new("all", 2, 0, 0) }));
    }

    [Test]
    public async Task A_person_that_changes_again_waits_once_and_stands_for_both_changes()
    {
        await KeepAsync([new(1, DomainA)], All);
        var first = await FirstAsync(All);
        await KeepAsync([new(1, DomainB)], All);

        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Drop(first), default), Is.False, "it has changed while it was sent");
        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1 }));
        var second = await FirstAsync(All);
        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Drop(second), default), Is.True);
        Assert.That(await WaitingAsync(All), Is.Empty);
        Assert.That(await BacklogAsync(), Is.EqualTo(new ConsumerBacklog[] { new("all", 0, 0, 0) }));
    }

    [Test]
    public async Task What_was_put_off_stands_behind_what_is_due()
    {
        await KeepAsync([new(1, DomainA), new(2, DomainA)], All);
        var first = await FirstAsync(All);

        await DoAsync(outbox => outbox.PutOff(first, At.AddMinutes(1), "no answer"));

        var waiting = await _store.ListWaitingNotificationsAsync(All.Name, 10, default);
        Assert.That(waiting.Select(n => (n.Person, n.Attempts, n.NextAt, n.Failure)), Is.EqualTo(new[]
        {
            (2L, 0, At, null), (1L, 1, At.AddMinutes(1), "no answer"),
        }));
    }

    [Test]
    public async Task What_was_given_up_is_listed_and_can_be_sent_again()
    {
        await KeepAsync([new(1, DomainA)], All);
        var first = await FirstAsync(All);
        await DoAsync(outbox => outbox.GiveUp(first, GivenUpReason.Refused, "acknowledged with AE", Limits, At.AddSeconds(1)));

        Assert.That(await WaitingAsync(All), Is.Empty);
        var listed = (await GivenUpAsync(All)).Single();
        Assert.That((listed.Reason, listed.Failure, listed.GivenUpAt, listed.Attempts), Is.EqualTo((GivenUpReason.Refused, "acknowledged with AE", At.AddSeconds(1), 1)));

        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Resend(listed.Row, Limits, At.AddHours(1)), default), Is.True);
        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Resend(listed.Row, Limits, At.AddHours(1)), default), Is.False, "it waits already");
        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1 }));
        Assert.That(await BacklogAsync(), Is.EqualTo(new ConsumerBacklog[] { new("all", 1, 0, 0) }));
    }

    [Test]
    public async Task A_person_that_was_given_up_waits_again_when_it_changes()
    {
        await KeepAsync([new(1, DomainA)], All);
        var first = await FirstAsync(All);
        await DoAsync(outbox => outbox.GiveUp(first, GivenUpReason.Refused, "acknowledged with AE", Limits, At));

        await KeepAsync([new(1, DomainA)], All);

        var again = await FirstAsync(All);
        Assert.That((again.Reason, again.Failure, again.Attempts, again.Generation), Is.EqualTo(((GivenUpReason?)null, (string?)null, 0, 2)));
        Assert.That(await GivenUpAsync(All), Is.Empty);
    }

    [Test]
    public async Task A_person_that_changes_while_the_consumer_refuses_the_old_list_waits_on()
    {
        await KeepAsync([new(1, DomainA)], All);
        var first = await FirstAsync(All);
        await KeepAsync([new(1, DomainA)], All);

        Assert.That(await _store.WriteAsync(tx => tx.Notifications.GiveUp(first, GivenUpReason.Refused, "no", Limits, At), default), Is.False);
        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1 }));
    }

    [Test]
    public async Task Beyond_the_bound_changes_are_given_up_and_then_lost_but_counted()
    {
        await KeepAsync([.. Enumerable.Range(1, 7).Select(person => new PersonChange(person, DomainA))], All);

        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1, 2, 3 }));
        var givenUp = await GivenUpAsync(All);
        Assert.That(givenUp.Select(n => (n.Person, n.Reason)), Is.EqualTo(new[] { (6L, GivenUpReason.OutboxFull), (7L, GivenUpReason.OutboxFull) }));
        Assert.That(await BacklogAsync(), Is.EqualTo(new ConsumerBacklog[] { new("all", 3, 2, 2) }));

        await KeepAsync([new(2, DomainA), new(6, DomainA)], All);

        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1, 2, 3 }), "there is still no room for the sixth");
        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Resend(givenUp[0].Row, Limits, At), default), Is.False);
    }

    [Test]
    public async Task One_consumers_backlog_takes_no_room_from_another()
    {
        await KeepAsync([.. Enumerable.Range(1, 3).Select(person => new PersonChange(person, DomainB))], All);

        await KeepAsync([new(9, DomainA)], All, OnlyA);

        Assert.That(await WaitingAsync(OnlyA), Is.EqualTo(new long[] { 9 }));
    }

    [Test]
    public async Task What_waits_too_long_is_given_up_and_after_a_while_forgotten()
    {
        await KeepAsync([new(1, DomainA)], All);
        await _store.WriteAsync(tx => Kept(tx, [new(2, DomainA)], At.AddHours(2), All), default);

        Assert.That(await _store.WriteAsync(
            tx => tx.Notifications.GiveUpOld(All.Name, At.AddHours(1), GivenUpReason.Expired, "down", Limits, At.AddHours(3)), default), Is.EqualTo(1));
        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 2 }));
        Assert.That((await GivenUpAsync(All)).Single().Reason, Is.EqualTo(GivenUpReason.Expired));

        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Forget(All.Name, At.AddHours(3)), default), Is.Zero);
        Assert.That(await _store.WriteAsync(tx => tx.Notifications.Forget(All.Name, At.AddHours(4)), default), Is.EqualTo(1));
        Assert.That(await BacklogAsync(), Is.EqualTo(new ConsumerBacklog[] { new("all", 1, 0, 0) }));
    }

    [Test]
    public async Task A_unit_of_work_that_is_taken_back_keeps_nothing_and_wakes_nobody()
    {
        var woken = 0;
        _store.NotificationsKept += () => woken++;

        await _store.WriteAsync(
            tx =>
            {
                Kept(tx, [new(1, DomainA)], At, All);
                tx.Undo();
                return true;
            },
            default);

        Assert.That(await WaitingAsync(All), Is.Empty);
        Assert.That(await BacklogAsync(), Is.Empty);
        Assert.That(woken, Is.Zero);

        await KeepAsync([new(1, DomainA)], All);
        Assert.That(woken, Is.EqualTo(1));
    }

    [Test]
    public async Task The_outbox_outlives_a_restart()
    {
        await KeepAsync([new(1, DomainA)], All);
        await _store.DisposeAsync();
        _store = new SqliteRegistryStore(_folder.PathOf("registry.db"), new WriteLatch());

        Assert.That(await WaitingAsync(All), Is.EqualTo(new long[] { 1 }));
    }

    static UpdateConsumer Consumer(string name, params string[] domains) => new(name, new Uri("mllp://127.0.0.1:2575"), "APP", "FAC", domains);

    Task KeepAsync(PersonChange[] changes, params UpdateConsumer[] consumers) => _store.WriteAsync(tx => Kept(tx, changes, At, consumers), default);

    static bool Kept(IRegistryTransaction tx, PersonChange[] changes, DateTimeOffset at, params UpdateConsumer[] consumers)
    {
        tx.Notifications.Keep(changes, consumers, Limits, at);
        return true;
    }

    Task DoAsync(Action<INotificationOutbox> work) => _store.WriteAsync(
        tx =>
        {
            work(tx.Notifications);
            return true;
        },
        default);

    async Task<Notification> FirstAsync(UpdateConsumer consumer) => (await _store.ListWaitingNotificationsAsync(consumer.Name, 1, default)).Single();

    async Task<IEnumerable<long>> WaitingAsync(UpdateConsumer consumer) =>
        (await _store.ListWaitingNotificationsAsync(consumer.Name, 10, default)).Select(n => n.Person).Order();

    async Task<IReadOnlyList<Notification>> GivenUpAsync(UpdateConsumer consumer) =>
        await _store.ListGivenUpNotificationsAsync(consumer.Name, 0, 10, default);

    async Task<IReadOnlyList<ConsumerBacklog>> BacklogAsync() => await _store.ListBacklogsAsync(default);
}
