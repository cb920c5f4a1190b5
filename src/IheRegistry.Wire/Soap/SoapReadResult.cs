using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Wire.Soap;

/// <summary>A message, or why there is none.</summary>
public readonly struct SoapReadResult
{
    internal SoapReadResult(SoapMessage message) => Message = message;

    internal SoapReadResult(SoapRejection rejection) => Rejection = rejection;

    /// <summary>There is a message.</summary>
    [MemberNotNullWhen(true, nameof(Message))]
    [MemberNotNullWhen(false, nameof(Rejection))]
    public bool IsAccepted => Message is not null;

    /// <summary>The message; the receiver disposes of it.</summary>
    public SoapMessage? Message { get; }

    /// <summary>Why there is none.</summary>
    public SoapRejection? Rejection { get; }
}
