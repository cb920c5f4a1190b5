using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>Finds what a link (ADT^A24) or an unlink (ADT^A37) takes back.</summary>
sealed class LinkHistory(IPatientQueries patients)
{
    // The events that link and unlink two patients (HL7 v2.5 sections 3.3.24 and 3.3.37).
    const string LinkEvent = "A24";
    const string UnlinkEvent = "A37";

    /// <summary>
    /// Of an unlink the last event of the ledger that linked just these two by a message and is in effect; of a link the one by which a message
    /// keeps them apart. Null where there is none.
    /// </summary>
    internal async ValueTask<long?> FindAsync(FeedReading reading, CancellationToken cancellationToken)
    {
        var kind = reading.Feed.Event.Kind;
        if (kind is not (PatientFeedKind.Link or PatientFeedKind.Unlink)
            || reading.Patients is not [{ Ids.Own: [var first, ..] }, { Ids.Own: [var second, ..] }]) return null;
        // What a link takes back of an unlink is that the two are kept apart.
        var isLink = kind == PatientFeedKind.Link;
        var code = isLink ? UnlinkEvent : LinkEvent;
        string[] explanations = [FeedRule.OfEvent(code, first.Id, second.Id), FeedRule.OfEvent(code, second.Id, first.Id)];
        var events = await patients.ReadLedgerAsync(first.Id, cancellationToken).ConfigureAwait(false);
        return events.LastOrDefault(told =>
            !told.IsUndone && told.Kind == LedgerEventKind.KeptApart == isLink && explanations.Contains(told.Source.Explanation))?.Decision;
    }
}
