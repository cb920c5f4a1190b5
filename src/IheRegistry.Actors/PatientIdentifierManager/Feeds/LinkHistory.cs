using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Finds what an unlink (ADT^A37) takes back.</summary>
sealed class LinkHistory(IPatientQueries patients)
{
    // The event that links two patients (HL7 v2.5 section 3.3.24).
    const string LinkEvent = "A24";

    /// <summary>The last event of the ledger that linked just these two by a message and is in effect; null where there is none.</summary>
    internal async ValueTask<long?> FindAsync(FeedReading reading, CancellationToken cancellationToken)
    {
        if (reading.Feed.Event.Kind != PatientFeedKind.Unlink || reading.Patients is not [{ Ids.Own: [var first, ..] }, { Ids.Own: [var second, ..] }]) return null;
        string[] explanations = [FeedRule.OfEvent(LinkEvent, first.Id, second.Id), FeedRule.OfEvent(LinkEvent, second.Id, first.Id)];
        var events = await patients.ReadLedgerAsync(first.Id, cancellationToken).ConfigureAwait(false);
        return events.LastOrDefault(told => !told.IsUndone && told.Kind != LedgerEventKind.KeptApart && explanations.Contains(told.Source.Explanation))?.Decision;
    }
}
