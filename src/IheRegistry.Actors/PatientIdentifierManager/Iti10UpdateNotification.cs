using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>
/// PIX Update Notification [ITI-10] and PIXV3 Update Notification [ITI-46]: whom a change of cross-references is told, and what. Each
/// notification tells the whole list of a person's identifiers in the domains of interest, as it is when it is sent: what happened in between
/// is no different to a consumer, who replaces what it knew by the list (ITI TF-2 3.10.4.1.3).
/// </summary>
public sealed class Iti10UpdateNotification(IPatientQueries persons, AffinityDomainSource domains, NotificationLimits limits)
{
    /// <summary>
    /// The last step of a unit of work that has changed who is who: keeps whom to tell of it, in the same commit
    /// (3.10.4.1.1: "when there is a change in a set of cross-referenced patient identifiers").
    /// </summary>
    /// <param name="tx">The unit of work.</param>
    /// <param name="at">When it was taken.</param>
    public void Keep(IRegistryTransaction tx, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(tx);
        if (domains.Current.UpdateConsumers is { Count: > 0 } consumers)
            tx.Notifications.Keep(tx.Notifications.Changes, consumers, limits, at);
    }

    /// <summary>
    /// What a consumer is to be told of a person now; null where there is nothing to tell: the person was merged, and its ids are told with the
    /// surviving one's, or none of its ids is in a domain of interest.
    /// </summary>
    public async ValueTask<NotifiedPerson?> ReadAsync(UpdateConsumer consumer, long person, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(consumer);
        if (await persons.ReadPersonAsync(person, cancellationToken).ConfigureAwait(false) is not { } found || found.Row != person) return null;
        var identifiers = PersonIds.Of(found, domains.Current, consumer.Domains);
        if (identifiers.Count == 0) return null;
        var latest = found.Records.MaxBy(record => record.LastFed);
        return new NotifiedPerson([.. identifiers.Select(IdOf)], identifiers, latest?.Demographics ?? new PatientDemographics());
    }

    static PatientId IdOf(PatientIdentifier identifier) => new(Hl7Delimiters.Default.EscapeText(identifier.Id), identifier.Authority.UniversalId);
}
