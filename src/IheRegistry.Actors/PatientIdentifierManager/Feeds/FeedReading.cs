using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>What a feed message means, read before the writer is entered.</summary>
/// <param name="Feed">The message.</param>
/// <param name="Patients">Its patients, their identifiers resolved.</param>
sealed record FeedReading(PatientFeedMessage Feed, IReadOnlyList<FedPatient> Patients)
{
    // A message is one unit of work, which others wait for: a batch of merges is sent in several.
    const int MostPatients = 200;

    /// <summary>The patient ids that the message is about.</summary>
    internal IEnumerable<PatientId> Ids => Patients.SelectMany(patient => patient.Ids.Own).Select(id => id.Id);

    /// <summary>Those that it subsumes.</summary>
    internal IEnumerable<PatientId> SubsumedIds =>
        Feed.Event.Kind == PatientFeedKind.Move ? [] : Patients.SelectMany(patient => patient.Prior).Select(id => id.Id);

    internal static FeedReading Of(PatientFeedMessage feed, AffinityDomain domain, List<Hl7Problem> problems)
    {
        // A change of XAD-PID is read by position, and of ids that its sender need not assign.
        if (feed.Event.Kind == PatientFeedKind.Move) return new FeedReading(feed, []);
        if (feed.Patients.Count > MostPatients)
        {
            problems.Add(new Hl7Problem(Hl7ErrorCode.SegmentSequenceError, new Hl7ErrorLocation("PID", MostPatients + 1), "There are more patients than are taken of one message"));
            return new FeedReading(feed, []);
        }

        var sender = new SenderIds(domain, feed, problems);
        return new FeedReading(feed, [.. feed.Patients.Select((entry, index) => Read(feed, entry, index + 1, sender))]);
    }

    static FedPatient Read(PatientFeedMessage feed, PatientFeedEntry entry, int occurrence, SenderIds sender)
    {
        var ids = sender.Read(entry.Identifiers, entry.AlternateIdentifiers, new Hl7ErrorLocation("PID", occurrence, 3));
        var prior = feed.Event.HasPriorIdentifiers ? sender.Read(entry.PriorIdentifiers, [], new Hl7ErrorLocation("MRG", occurrence, 1)).Own : [];
        return new FedPatient(occurrence, entry, ids, prior);
    }
}
