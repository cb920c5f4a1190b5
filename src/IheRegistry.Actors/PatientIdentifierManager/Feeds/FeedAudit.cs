using System.Collections.Immutable;
using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>The audit of one feed message, with the changes of EPIDs that it has brought about: documents change hands by them.</summary>
sealed class FeedAudit(AuditContext call, Transaction transaction, FeedReading reading, MessageParties parties)
{
    internal ImmutableArray<AuditEvent> Of(FeedEffects effects, AuditOutcome outcome)
    {
        var feed = Feed(effects);
        return reading.Feed.Event.Kind == PatientFeedKind.Move && LinkChange.Of(reading.Feed) is { } change
            ? [Iti64NotifyXadPidLinkChangeAudit.Of(call, feed, change.Audited, outcome), .. Beside(feed, effects, outcome)]
            : PatientFeedAudit.Of(call, feed, outcome);
    }

    AuditedFeed Feed(FeedEffects effects)
    {
        var patients = reading.Ids.Concat(effects.Merged.Select(merged => merged.Surviving)).Concat(effects.Unmerged.Select(unmerged => unmerged.Surviving));
        var subsumed = reading.SubsumedIds.Concat(effects.Merged.Select(merged => merged.Subsumed));
        return new AuditedFeed(transaction, reading.Feed.Event.Code, reading.Feed.ControlId, parties)
        {
            PatientIds = [.. patients.Concat(effects.Unmerged.Select(unmerged => unmerged.Subsumed)).Select(id => id.ToString()).Distinct()],
            SubsumedPatientIds = [.. subsumed.Select(id => id.ToString()).Distinct()],
        };
    }

    IEnumerable<AuditEvent> Beside(AuditedFeed feed, FeedEffects effects, AuditOutcome outcome) =>
        effects.Merged.Count > 0 ? PatientFeedAudit.Of(call, feed, outcome) : [];
}
