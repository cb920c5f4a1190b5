namespace IheRegistry.Wire.Soap;

/// <summary>The message addressing properties of a message (WS-Addressing 1.0 core section 3).</summary>
public sealed record WsAddressing
{
    /// <summary>What the message means.</summary>
    public required string Action { get; init; }

    /// <summary>The message's own id; a request always has one.</summary>
    public string? MessageId { get; init; }

    /// <summary>Whom the message is for.</summary>
    public string? To { get; init; }

    /// <summary>The address where the answer is wanted; null when the header is missing, which means the anonymous one.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The address where a fault is wanted; null when the header is missing, which means that of the answer.</summary>
    public string? FaultTo { get; init; }

    /// <summary>The reference parameters of wsa:ReplyTo as header blocks, ready to be sent to it (WS-Addressing 1.0 SOAP binding section 2.3).</summary>
    public ReadOnlyMemory<byte> ReplyToParameters { get; init; }

    /// <summary>As <see cref="ReplyToParameters"/>, of wsa:FaultTo.</summary>
    public ReadOnlyMemory<byte> FaultToParameters { get; init; }

    /// <summary>The id of the message that this one answers; of several, the first.</summary>
    public string? RelatesTo { get; init; }

    /// <summary>The action header carried mustUnderstand (ITI TF-2 appendix V wants it of requests and responses).</summary>
    public bool ActionMustBeUnderstood { get; init; }

    /// <summary>The answer, and a fault, are wanted on the connection the request came on.</summary>
    public bool IsAnsweredOnConnection =>
        ReplyTo is null or SoapNamespaces.AnonymousAddress && FaultTo is null or SoapNamespaces.AnonymousAddress;
}
