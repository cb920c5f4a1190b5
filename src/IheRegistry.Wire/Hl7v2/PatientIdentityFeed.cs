using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>A feed message that was read: the message when nothing is in error, and all problems.</summary>
/// <param name="Message">The message, or null when a problem is an error.</param>
/// <param name="Problems">Everything found, with its location, to be reported in the acknowledgement.</param>
public sealed record PatientFeedReading(PatientFeedMessage? Message, IReadOnlyList<Hl7Problem> Problems);

/// <summary>Reads feed messages: ADT of the events that the rules name (ITI-8, ITI-30, ITI-31 and ITI-64, ITI TF-2 3.8, 3.30, 3.31, 3.64).</summary>
public static class PatientIdentityFeed
{
    /// <summary>Reads a message. What a message of another type or event lacks is not reported.</summary>
    public static PatientFeedReading Read(Hl7Message message, PatientFeedRules rules)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(rules);
        var problems = new List<Hl7Problem>();
        var feedEvent = ReadHeader(message, rules, problems);
        if (feedEvent is null) return new(null, problems);

        var patients = new PatientFeedSegments(feedEvent, problems).Read(message);
        var isTaken = problems.TrueForAll(problem => problem.Severity != Hl7Severity.Error);
        return new(isTaken ? Compose(message, feedEvent, patients) : null, problems);
    }

    static PatientFeedMessage Compose(Hl7Message message, PatientFeedEvent feedEvent, IReadOnlyList<PatientFeedEntry> patients)
    {
        var header = message.Header;
        return new()
        {
            Event = feedEvent,
            ControlId = header[10].Text,
            SendingApplication = Hl7Values.ReadDesignator(header[3]),
            SendingFacility = Hl7Values.ReadDesignator(header[4]),
            ReceivingApplication = Hl7Values.ReadDesignator(header[5]),
            ReceivingFacility = Hl7Values.ReadDesignator(header[6]),
            SentAt = header[7].Text,
            ProcessingId = header[11].Text,
            RecordedAt = message["EVN"][2].Text,
            Patients = patients,
        };
    }

    static PatientFeedEvent? ReadHeader(Hl7Message message, PatientFeedRules rules, List<Hl7Problem> problems)
    {
        if (message.MessageType != "ADT")
        {
            problems.Add(HeaderRules.At(9, Hl7ErrorCode.UnsupportedMessageType, "Only ADT messages are taken here", 1));
            return null;
        }

        var feedEvent = ReadEvent(message, rules, problems);
        HeaderRules.Check(message, rules.ProcessingIds, problems);
        return feedEvent;
    }

    static PatientFeedEvent? ReadEvent(Hl7Message message, PatientFeedRules rules, List<Hl7Problem> problems)
    {
        // HL7 2.1 has the message type alone in MSH-9; the event is in EVN-1.
        var (code, repeated) = (message.TriggerEvent, message["EVN"][1].Text);
        if (code.Length == 0) code = repeated;
        if (!rules.Events.TryGetValue(code, out var feedEvent))
            problems.Add(HeaderRules.At(9, Hl7ErrorCode.UnsupportedEventCode, "The event is not supported here", 2));
        else if (repeated.Length > 0 && repeated != code)
            problems.Add(Mismatch(feedEvent, rules.Events.GetValueOrDefault(repeated)));
        return feedEvent;
    }

    // EVN-1 is kept for old receivers only and MSH-9 decides (HL7 v2.5.1 section 3.4.1.1), but a sender that may mean a merge
    // by one and an admission by the other cannot be followed.
    static Hl7Problem Mismatch(PatientFeedEvent feedEvent, PatientFeedEvent? repeated) =>
        new(Hl7ErrorCode.DataTypeError, new("EVN", 1, 1), "EVN-1 and MSH-9 name different events",
            repeated?.Kind == feedEvent.Kind || TellsOfOne(feedEvent) && TellsOfOne(repeated) ? Hl7Severity.Warning : Hl7Severity.Error);

    static bool TellsOfOne(PatientFeedEvent? feedEvent) =>
        feedEvent?.Kind is PatientFeedKind.Add or PatientFeedKind.Update or PatientFeedKind.Cancel;
}
