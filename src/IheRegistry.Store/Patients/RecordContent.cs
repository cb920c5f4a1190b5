using IheRegistry.Model.Demographics;

namespace IheRegistry.Store.Patients;

/// <summary>What a record says since a feed, as the ledger keeps it.</summary>
sealed record RecordContent(
    PatientDemographics Demographics, PatientVisit? Visit, IReadOnlyList<PatientIdentifier> OtherIds, bool IsTentative)
{
    internal static RecordContent Of(RecordFeed feed) => new(feed.Demographics, feed.Visit, feed.OtherIds, feed.IsTentative);
}
