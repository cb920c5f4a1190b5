using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Registry;

namespace IheRegistry.Server.Notifications;

/// <summary>Writes down what came of telling a consumer, together with its audit.</summary>
sealed class NotificationLedger(
    IRegistryStore store, NotificationLimits limits, AuditingNode node, AffinityDomainSource domains, ILogger<NotificationLedger> logger)
{
    /// <summary>Nothing is left to tell of the person.</summary>
    internal Task NothingToTellAsync(Notification notification) =>
        store.WriteAsync(tx => tx.Notifications.Drop(notification), CancellationToken.None);

    /// <summary>An attempt has ended.</summary>
    internal async Task NoteAsync(
        UpdateConsumer consumer, Notification notification, string controlId, NotifiedPerson person, Delivery result, DateTimeOffset nextAt, DateTimeOffset now)
    {
        // What has left this process is audited, whatever became of it; what has not is not.
        var audit = result.Outcome == DeliveryOutcome.Unreachable ? null : AuditRecording.Of(Event(consumer, controlId, person, result, now));
        var expired = await store.WriteAsync(
            tx =>
            {
                if (audit is not null) tx.Audit([audit]);
                return Note(tx.Notifications, consumer, notification, result, nextAt, now);
            },
            CancellationToken.None).ConfigureAwait(false);
        if (result.Outcome == DeliveryOutcome.Refused) logger.NotificationRefused(consumer.Name, notification.Row, result.Failure!);
        if (expired > 0) logger.NotificationsExpired(consumer.Name, expired, result.Failure!);
    }

    /// <summary>Gives up what waits for a consumer that the affinity domain names no more, so that it can be looked at.</summary>
    internal async Task GiveUpAllAsync(string consumer, DateTimeOffset now)
    {
        int givenUp;
        do
        {
            givenUp = await store.WriteAsync(
                tx => tx.Notifications.GiveUpOld(
                    consumer, DateTimeOffset.MaxValue, GivenUpReason.ConsumerGone, "the affinity domain names the consumer no more", limits, now),
                CancellationToken.None).ConfigureAwait(false);
        }
        while (givenUp > 0);
    }

    // How many have expired: where a consumer is not there, the time of all that wait for it passes.
    int Note(INotificationOutbox outbox, UpdateConsumer consumer, Notification notification, Delivery result, DateTimeOffset nextAt, DateTimeOffset now)
    {
        switch (result.Outcome)
        {
            case DeliveryOutcome.Delivered:
                outbox.Drop(notification);
                return 0;
            case DeliveryOutcome.Refused:
                outbox.GiveUp(notification, GivenUpReason.Refused, result.Failure!, limits, now);
                return 0;
            case DeliveryOutcome.Unanswered:
                outbox.PutOff(notification, nextAt, result.Failure!);
                break;
        }

        return outbox.GiveUpOld(consumer.Name, now - limits.Deadline, GivenUpReason.Expired, result.Failure!, limits, now);
    }

    AuditEvent Event(UpdateConsumer consumer, string controlId, NotifiedPerson person, Delivery result, DateTimeOffset now)
    {
        var context = new AuditContext(
            node, new Caller(node.Source.Id, Caller.UnknownInstitution, Environment.MachineName), now, consumer.Address.OriginalString, consumer.Address.Host);
        var outcome = result.Failure is { } failure ? AuditOutcome.Failure(failure) : AuditOutcome.Success;
        return UpdateNotificationAudit.Of(
            context,
            consumer.IsVersion2 ? Transactions.Iti10 : Transactions.Iti46,
            controlId,
            consumer.IsVersion2
                ? new MessageParties(SenderNames.FacilityOf(domains.Current), SenderNames.Application, consumer.Facility ?? "", consumer.Application)
                : null,
            [.. person.Ids.Select(id => id.ToString())],
            outcome);
    }

}
