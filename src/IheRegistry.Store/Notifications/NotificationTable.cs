using IheRegistry.Model.AffinityDomains;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Notifications;

/// <summary>The outbox of notifications, on the writer's connection.</summary>
sealed class NotificationTable(StatementCache statements, PersonChanges changes) : INotificationOutbox
{
    const string Folder = "Notifications/Sql/";

    // A unit of work must be short: everybody's writes queue behind it.
    const int MostAtOnce = 1000;

    const string Full = "more wait for this consumer than the outbox holds";

    /// <inheritdoc />
    public IReadOnlyCollection<PersonChange> Changes => changes.All;

    /// <summary>Whether this unit of work has put something to be sent.</summary>
    internal bool HasWork { get; private set; }

    /// <summary>A unit of work begins, or begins anew.</summary>
    internal void Begin()
    {
        HasWork = false;
        changes.Clear();
    }

    /// <inheritdoc />
    public void Keep(
        IReadOnlyCollection<PersonChange> changed, IReadOnlyList<UpdateConsumer> consumers, NotificationLimits limits, DateTimeOffset at)
    {
        foreach (var consumer in consumers)
        {
            foreach (var person in changed.Where(change => consumer.IsInterestedIn(change.Authority)).Select(change => change.Person).Distinct())
                Keep(consumer.Name, person, limits, at.ToUnixTimeMilliseconds());
        }
    }

    /// <inheritdoc />
    public bool Drop(Notification delivered) => statements[Folder + "delete.sql"].Execute(delivered.Row, delivered.Generation) == 1;

    /// <inheritdoc />
    public void PutOff(Notification tried, DateTimeOffset nextAt, string failure) =>
        statements[Folder + "put_off.sql"].Execute(nextAt.ToUnixTimeMilliseconds(), failure, tried.Row);

    /// <inheritdoc />
    public bool GiveUp(Notification tried, GivenUpReason reason, string failure, NotificationLimits limits, DateTimeOffset at)
    {
        var isGivenUp = statements[Folder + "give_up.sql"].Execute(
            failure, at.ToUnixTimeMilliseconds(), (int)reason, tried.Row, tried.Generation) == 1;
        if (isGivenUp) MakeRoom(tried.Consumer, limits.MaxGivenUp);
        return isGivenUp;
    }

    /// <inheritdoc />
    public int GiveUpOld(
        string consumer, DateTimeOffset before, GivenUpReason reason, string failure, NotificationLimits limits, DateTimeOffset at)
    {
        var givenUp = statements[Folder + "give_up_old.sql"].Execute(
            failure, at.ToUnixTimeMilliseconds(), (int)reason, consumer, before.ToUnixTimeMilliseconds(), MostAtOnce);
        if (givenUp > 0) MakeRoom(consumer, limits.MaxGivenUp);
        return givenUp;
    }

    /// <inheritdoc />
    public bool Resend(long row, NotificationLimits limits, DateTimeOffset at)
    {
        if (Find(row) is not { GivenUpAt: not null } found || Count(found.Consumer).Waiting >= limits.MaxWaiting) return false;
        TakeUp(row, at.ToUnixTimeMilliseconds());
        return true;
    }

    /// <inheritdoc />
    public int Forget(string consumer, DateTimeOffset before) =>
        statements[Folder + "delete_given_up_before.sql"].Execute(consumer, before.ToUnixTimeMilliseconds());

    void Keep(string consumer, long person, NotificationLimits limits, long at)
    {
        var known = FindByPerson(consumer, person);
        var hasRoom = known is { IsGivenUp: false } || Count(consumer).Waiting < limits.MaxWaiting;
        HasWork |= hasRoom;
        if (known is null)
        {
            Insert(consumer, person, hasRoom, at);
            if (!hasRoom) MakeRoom(consumer, limits.MaxGivenUp);
            return;
        }

        statements[Folder + "renew.sql"].Execute(at, known.Row);
        if (known.IsGivenUp && hasRoom) TakeUp(known.Row, at);
    }

    void Insert(string consumer, long person, bool hasRoom, long at) => statements[Folder + "insert.sql"].Execute(
        consumer, person, at, hasRoom ? null : Full, hasRoom ? null : at, hasRoom ? null : (int)GivenUpReason.OutboxFull);

    void TakeUp(long row, long at)
    {
        statements[Folder + "take_up.sql"].Execute(at, at, row);
        HasWork = true;
    }

    void MakeRoom(string consumer, int most)
    {
        var tooMany = Count(consumer).GivenUp - most;
        if (tooMany <= 0) return;
        var lost = statements[Folder + "delete_oldest_given_up.sql"].Execute(consumer, tooMany);
        statements[Folder + "count_lost.sql"].Execute(lost, consumer);
    }

    (int Waiting, int GivenUp) Count(string consumer)
    {
        using var rows = statements[Folder + "count.sql"].Query(consumer);
        return rows.Read() ? (rows.GetInt32(0), rows.GetInt32(1)) : (0, 0);
    }

    KnownRow? FindByPerson(string consumer, long person)
    {
        using var rows = statements[Folder + "find_by_person.sql"].Query(consumer, person);
        return rows.Read() ? new KnownRow(rows.GetInt64(0), rows.GetInt32(1) != 0) : null;
    }

    Notification? Find(long row)
    {
        using var rows = statements[Folder + "find.sql"].Query(row);
        return rows.Read() ? NotificationReader.Read(rows) : null;
    }

    sealed record KnownRow(long Row, bool IsGivenUp);
}
