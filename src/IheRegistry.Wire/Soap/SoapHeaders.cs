namespace IheRegistry.Wire.Soap;

/// <summary>The header of a message to be written.</summary>
/// <param name="Action">wsa:Action; always sent with mustUnderstand, as ITI TF-2 appendix V asks.</param>
public sealed record SoapHeaders(string Action)
{
    /// <summary>wsa:MessageID; null leaves it out.</summary>
    public string? MessageId { get; init; }

    /// <summary>wsa:To; null leaves it out.</summary>
    public string? To { get; init; }

    /// <summary>wsa:To carries mustUnderstand.</summary>
    public bool ToMustBeUnderstood { get; init; }

    /// <summary>The wsa:Address of wsa:ReplyTo; null leaves it out.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>wsa:RelatesTo; null leaves it out.</summary>
    public string? RelatesTo { get; init; }

    /// <summary>Ready-made header blocks that declare their own namespaces, such as a wsse:Security with an assertion.</summary>
    public ReadOnlyMemory<byte> Blocks { get; init; }

    /// <summary>The header of a request, answered on its own connection.</summary>
    public static SoapHeaders Request(string action, string to) => new(action)
    {
        MessageId = NewMessageId(),
        To = to,
        ToMustBeUnderstood = true,
        ReplyTo = SoapNamespaces.AnonymousAddress,
    };

    /// <summary>The header of an answer.</summary>
    public static SoapHeaders Response(string action, string? relatesTo) => new(action)
    {
        MessageId = NewMessageId(),
        To = SoapNamespaces.AnonymousAddress,
        RelatesTo = relatesTo,
    };

    /// <summary>The header of the answer to a request, for the address and with the reference parameters that it says (WS-Addressing 1.0 core section 3.4).</summary>
    public static SoapHeaders Reply(string action, WsAddressing request) =>
        For(action, request, request.ReplyTo, request.ReplyToParameters);

    /// <summary>The header of a fault: for wsa:FaultTo, and without one for wsa:ReplyTo (WS-Addressing 1.0 core section 3.4).</summary>
    public static SoapHeaders Fault(string action, WsAddressing request) => request.FaultTo is null
        ? Reply(action, request)
        : For(action, request, request.FaultTo, request.FaultToParameters);

    /// <summary>A message id never used before.</summary>
    public static string NewMessageId() => $"urn:uuid:{Guid.NewGuid()}";

    // To a receiver of its own it carries mustUnderstand, as in the sample of ITI TF-2 V.9.2.4.
    static SoapHeaders For(string action, WsAddressing request, string? address, ReadOnlyMemory<byte> parameters) =>
        Response(action, request.MessageId) with
        {
            To = address ?? SoapNamespaces.AnonymousAddress,
            ToMustBeUnderstood = address is not (null or SoapNamespaces.AnonymousAddress),
            Blocks = parameters,
        };
}
