using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Why a message was refused, and what of it is needed to answer the sender in kind.</summary>
public sealed record SoapRejection(SoapRejectionReason Reason)
{
    /// <summary>The headers that are not understood, or the one that is wrong.</summary>
    public IReadOnlyList<XmlQualifiedName> Headers { get; init; } = [];

    /// <summary>The action that is not supported or does not match.</summary>
    public string? Action { get; init; }

    /// <summary>How the refused message was packaged.</summary>
    public SoapPackaging Packaging { get; init; }

    /// <summary>The refused message's id, where it could be read.</summary>
    public string? MessageId { get; init; }

    /// <summary>What the refused message's header says, where that was accepted.</summary>
    public WsAddressing? Addressing { get; init; }
}
