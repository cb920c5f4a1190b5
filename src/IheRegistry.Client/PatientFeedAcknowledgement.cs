using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Client;

/// <summary>What a receiver says of a feed message.</summary>
/// <param name="Code">MSA-1: AA, AE or AR, or CA, CE or CR.</param>
/// <param name="Text">MSA-3, or empty.</param>
public sealed record PatientFeedAcknowledgement(string Code, string Text)
{
    /// <summary>True when the message was taken.</summary>
    public bool IsAccepted => Code is "AA" or "CA";

    internal static PatientFeedAcknowledgement Read(ReadOnlyMemory<byte> bytes, string controlId)
    {
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out _) || !message["MSA"].Exists)
            throw new AnswerRefusedException("The answer is no HL7 v2 acknowledgement.");
        var acknowledgement = message["MSA"];
        // A receiver that could not read the message cannot say which one it answers.
        if (acknowledgement[2].Text is { Length: > 0 } answered && answered != controlId)
            throw new AnswerRefusedException("The acknowledgement is of another message.");
        return new PatientFeedAcknowledgement(acknowledgement[1].Text, acknowledgement[3].Text);
    }
}
