using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>
/// The answer cannot be taken: it is not SOAP, does not answer the request, or carries less than it says. What became of the request
/// is not known.
/// </summary>
public sealed class AnswerRefusedException : IOException
{
    internal AnswerRefusedException(string message) : base(message)
    {
    }

    internal AnswerRefusedException(SoapRejection rejection, int httpStatus)
        : base($"The answer, HTTP status {httpStatus}, is refused: {rejection.Reason}.") => Reason = rejection.Reason;

    /// <summary>Why, where it is the SOAP message or its packaging that is wrong.</summary>
    public SoapRejectionReason? Reason { get; }
}
