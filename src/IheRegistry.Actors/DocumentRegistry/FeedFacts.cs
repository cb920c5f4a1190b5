using IheRegistry.Actors.Audit;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What the audit says of a feed message.</summary>
static class FeedFacts
{
    internal static AuditedFeed Of(PatientFeedMessage feed, PatientChanges changes) => new(
        feed.Event.Code,
        feed.ControlId,
        Name(feed.SendingFacility),
        Name(feed.SendingApplication),
        Name(feed.ReceivingFacility),
        Name(feed.ReceivingApplication))
    {
        PatientIds = [.. changes.Patients.Select(id => id.ToString())],
        SubsumedPatientIds = [.. changes.Merges.Select(merge => merge.Subsumed.ToString())],
    };

    static string Name(HierarchicDesignator designator) =>
        designator.NamespaceId.Length > 0 ? designator.NamespaceId : designator.UniversalId;
}
