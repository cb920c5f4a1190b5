using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>
/// A MIME part, or what should have been one, is refused while the message is already being consumed. It is an exception, not a value,
/// because it surfaces in the middle of reading a <see cref="MimePart.Content"/> stream, where nobody may mistake it for an end.
/// </summary>
public class MimeRefusedException(SoapRejectionReason reason) : IOException($"The MIME message is refused: {reason}.")
{
    /// <summary>Why.</summary>
    public SoapRejectionReason Reason { get; } = reason;
}
