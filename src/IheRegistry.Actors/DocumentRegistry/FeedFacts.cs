using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What the audit says of a feed message.</summary>
static class FeedFacts
{
    internal static AuditedFeed Of(PatientFeedMessage feed, PatientChanges changes) => new(
        Transactions.Iti8,
        feed.Event.Code,
        feed.ControlId,
        MessageParties.Of(feed.SendingFacility, feed.SendingApplication, feed.ReceivingFacility, feed.ReceivingApplication))
    {
        PatientIds = [.. changes.Patients.Select(id => id.ToString())],
        SubsumedPatientIds = [.. changes.Merges.Select(merge => merge.Subsumed.ToString())],
    };
}
