using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Server.Notifications;

/// <summary>What a consumer's ACK says (ITI TF-2 C.2.3).</summary>
static class UpdateAcknowledgement
{
    internal static Delivery Read(ReadOnlyMemory<byte> bytes, string controlId)
    {
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out _) || !message["MSA"].Exists)
            return Delivery.Unanswered("what came back is no HL7 acknowledgement");
        var acknowledgement = message["MSA"];
        // A consumer that could not read the message cannot say which one it answers.
        if (acknowledgement[2].Text is { Length: > 0 } answered && answered != controlId)
            return Delivery.Unanswered("the acknowledgement is of another message");
        // What MSA-3 and ERR say may name the patient; the code does not.
        return acknowledgement[1].Text switch
        {
            "AA" or "CA" => Delivery.Done,
            ("AE" or "AR" or "CE" or "CR") and var code => Delivery.Refused($"acknowledged with {code}"),
            _ => Delivery.Unanswered("MSA-1 is no acknowledgement code"),
        };
    }
}
