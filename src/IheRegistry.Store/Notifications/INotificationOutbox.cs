using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Store.Notifications;

/// <summary>
/// Of whom each consumer is still to be told, inside a unit of work: what a feed changes and who is told of it become durable together.
/// </summary>
public interface INotificationOutbox
{
    /// <summary>The persons that this unit of work has changed so far.</summary>
    IReadOnlyCollection<PersonChange> Changes { get; }

    /// <summary>
    /// Keeps for each consumer the persons that have changed in a domain of interest to it. One that waits already stands for
    /// this change, too; one that was given up is taken up again. Where no more may wait, it is given up at once: nobody is refused for it.
    /// </summary>
    void Keep(IReadOnlyCollection<PersonChange> changed, IReadOnlyList<UpdateConsumer> consumers, NotificationLimits limits, DateTimeOffset at);

    /// <summary>Drops one that was delivered; false where the person has changed since it was read, so that it waits on.</summary>
    bool Drop(Notification delivered);

    /// <summary>Writes down that an attempt failed and when the next one is.</summary>
    void PutOff(Notification tried, DateTimeOffset nextAt, string failure);

    /// <summary>Gives one up; false where the person has changed since it was read, so that it waits on.</summary>
    bool GiveUp(Notification tried, GivenUpReason reason, string failure, NotificationLimits limits, DateTimeOffset at);

    /// <summary>Gives up those of a consumer that wait for changes before a moment, at most a thousand; how many these are.</summary>
    int GiveUpOld(string consumer, DateTimeOffset before, GivenUpReason reason, string failure, NotificationLimits limits, DateTimeOffset at);

    /// <summary>Sends one that was given up again; false where there is none such, or no more may wait.</summary>
    bool Resend(long row, NotificationLimits limits, DateTimeOffset at);

    /// <summary>Forgets those of a consumer that were given up before a moment; how many these are.</summary>
    int Forget(string consumer, DateTimeOffset before);
}
