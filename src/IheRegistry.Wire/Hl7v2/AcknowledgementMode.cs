namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Which acknowledgement a sender waits for, from MSH-15 and MSH-16 (HL7 v2.5.1 section 2.9, table 0155). A message gets one answer
/// on its connection. It is processed to the end when it is answered, so an application acknowledgement, where one is asked
/// for, stands for the accept acknowledgement too.
/// </summary>
static class AcknowledgementMode
{
    /// <summary>MSA-1, or null when the sender wants no answer to this outcome.</summary>
    public static string? CodeFor(Hl7Message request, AcknowledgementOutcome outcome)
    {
        var accept = request.Header[15];
        var application = request.Header[16];
        // IHE's transactions use the original mode and wait for its answer (ITI TF-2 C.2.3). Some of their senders fill MSH-15
        // with ER or SU and leave MSH-16 empty: taken literally, success would leave them waiting for ever.
        if (application.IsEmpty && accept.Text != "AL") return ApplicationCode(outcome);
        if (IsWanted(application, outcome)) return ApplicationCode(outcome);
        return IsWanted(accept, outcome) ? AcceptCode(outcome) : null;
    }

    static bool IsWanted(Hl7Field condition, AcknowledgementOutcome outcome) => condition.Text switch
    {
        "AL" => true,
        "ER" => outcome != AcknowledgementOutcome.Accepted,
        "SU" => outcome == AcknowledgementOutcome.Accepted,
        "NE" or "" => false,
        // Not in table 0155: an answer too many is better than a sender that waits.
        _ => true,
    };

    static string ApplicationCode(AcknowledgementOutcome outcome) => outcome switch
    {
        AcknowledgementOutcome.Accepted => "AA",
        AcknowledgementOutcome.Error => "AE",
        _ => "AR",
    };

    static string AcceptCode(AcknowledgementOutcome outcome) => outcome switch
    {
        AcknowledgementOutcome.Accepted => "CA",
        AcknowledgementOutcome.Error => "CE",
        _ => "CR",
    };
}
