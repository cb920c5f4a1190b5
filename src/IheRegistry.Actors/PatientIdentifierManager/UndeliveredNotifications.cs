using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>What consumers of update notifications have not been told, for whoever looks after the system.</summary>
public sealed class UndeliveredNotifications(
    IRegistryStore store, IPatientQueries patients, AffinityDomainSource domains, NotificationLimits limits, TimeProvider clock)
{
    // As much as one unit of work sends again: other writes wait for it.
    const int AtOnce = 1000;

    /// <summary>How many notifications of each consumer are where, also of one that the affinity domain names no more.</summary>
    public async Task<IReadOnlyList<ConsumerBacklog>> ListConsumersAsync(CancellationToken cancellationToken)
    {
        var backlogs = await store.ListBacklogsAsync(cancellationToken).ConfigureAwait(false);
        var quiet = domains.Current.UpdateConsumers.Where(consumer => !backlogs.Any(backlog => backlog.Consumer == consumer.Name))
            .Select(consumer => new ConsumerBacklog(consumer.Name, 0, 0, 0));
        return [.. backlogs.Where(IsOfInterest).Concat(quiet).OrderBy(backlog => backlog.Consumer, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The notifications of a consumer that were given up, from just after a row, each with the EPID of whom it was about; the look is audited
    /// before it is granted.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="consumer">The consumer's name.</param>
    /// <param name="after">The row that the last page ended with; 0 for the first page.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<(Notification Notification, PatientId? Epid)>> ListAsync(
        AuditContext call, string consumer, long after, int most, CancellationToken cancellationToken)
    {
        var listed = new List<(Notification, PatientId?)>();
        foreach (var notification in await store.ListGivenUpNotificationsAsync(consumer, after, most, cancellationToken).ConfigureAwait(false))
        {
            var person = await patients.ReadPersonAsync(notification.Person, cancellationToken).ConfigureAwait(false);
            listed.Add((notification, person?.Epid));
        }

        var seen = listed.Select(item => item.Item2).OfType<PatientId>();
        await store.AuditAsync(StewardshipAudit.Of(call, EventAction.Read, seen, AuditOutcome.Success), cancellationToken).ConfigureAwait(false);
        return listed;
    }

    /// <summary>Sends one that was given up again; false where there is none such, or no more may wait.</summary>
    public Task<bool> ResendAsync(AuditContext call, long row, CancellationToken cancellationToken) => store.WriteAsync(
        tx =>
        {
            var isResent = tx.Notifications.Resend(row, limits, clock.GetUtcNow());
            tx.Audit(StewardshipAudit.Of(call, EventAction.Execute, [], isResent ? AuditOutcome.Success : AuditOutcome.Failure("nothing to send again")));
            return isResent;
        },
        cancellationToken);

    /// <summary>Sends all of a consumer that were given up again, as many as may wait; how many these are.</summary>
    public async Task<int> ResendAllAsync(AuditContext call, string consumer, CancellationToken cancellationToken)
    {
        var sent = 0;
        var after = 0L;
        while (await store.ListGivenUpNotificationsAsync(consumer, after, AtOnce, cancellationToken).ConfigureAwait(false) is { Count: > 0 } page)
        {
            var resent = await ResendAsync(call, page, cancellationToken).ConfigureAwait(false);
            sent += resent;
            if (resent < page.Count) break;
            after = page[^1].Row;
        }

        return sent;
    }

    Task<int> ResendAsync(AuditContext call, IReadOnlyList<Notification> page, CancellationToken cancellationToken) => store.WriteAsync(
        tx =>
        {
            var resent = page.TakeWhile(notification => tx.Notifications.Resend(notification.Row, limits, clock.GetUtcNow())).Count();
            tx.Audit(StewardshipAudit.Of(call, EventAction.Execute, [], AuditOutcome.Success));
            return resent;
        },
        cancellationToken);

    // A consumer that is gone, and of whom nothing is left to be told, is history.
    bool IsOfInterest(ConsumerBacklog backlog) =>
        backlog is not { Waiting: 0, GivenUp: 0, Lost: 0 } || domains.Current.UpdateConsumers.Any(consumer => consumer.Name == backlog.Consumer);
}
