using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>A SOAP 1.2 fault, and the one place that words each <see cref="SoapRejectionReason"/>.</summary>
/// <param name="Code">Whose fault it is.</param>
/// <param name="Reason">What a human reads; nothing internal.</param>
public sealed record SoapFault(SoapFaultCode Code, string Reason)
{
    /// <summary>Subcodes, from the outer to the inner.</summary>
    public IReadOnlyList<XmlQualifiedName> Subcodes { get; init; } = [];

    /// <summary>Header blocks that were not understood (SOAP 1.2 part 1 section 5.4.8).</summary>
    public IReadOnlyList<XmlQualifiedName> NotUnderstood { get; init; } = [];

    /// <summary>The WS-Addressing header at fault (wsa:ProblemHeaderQName, WS-Addressing 1.0 SOAP binding section 6.3.1).</summary>
    public XmlQualifiedName? ProblemHeader { get; init; }

    /// <summary>The action at fault (wsa:ProblemAction, WS-Addressing 1.0 SOAP binding section 6.3.3).</summary>
    public string? ProblemAction { get; init; }

    /// <summary>The sender speaks SOAP 1.1 and is told in it (SOAP 1.2 part 1 appendix A).</summary>
    public bool InSoap11 { get; init; }

    /// <summary>The HTTP status it travels with: by SOAP 1.2 part 2 section 7.5.2.2, or 413 or 415 where these say more.</summary>
    public int HttpStatus { get; init; } = Code == SoapFaultCode.Sender ? 400 : 500;

    /// <summary>The wsa:Action of the fault message.</summary>
    public string Action =>
        Subcodes.Any(subcode => subcode.Namespace == SoapNamespaces.Addressing)
            ? SoapNamespaces.AddressingFaultAction
            : SoapNamespaces.SoapFaultAction;

    /// <summary>The fault that answers a rejection.</summary>
    public static SoapFault From(SoapRejection rejection) => SoapFaults.Of(rejection);

    /// <summary>Reads a fault from a message's body, for <see cref="SoapMessage.ReadBody"/>.</summary>
    public static SoapFault Read(XmlDictionaryReader xml) => SoapFaultReader.Read(xml);
}
