using System.Xml;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>The peer answered with a SOAP fault: it did not take the message as a request of the transaction at all.</summary>
public sealed class SoapFaultException : Exception
{
    internal SoapFaultException(SoapFault fault, int httpStatus)
        : base($"SOAP fault {fault.Code}{string.Concat(fault.Subcodes.Select(s => $" {s.Name}"))}: {fault.Reason}")
    {
        Code = fault.Code;
        Subcodes = fault.Subcodes;
        Reason = fault.Reason;
        HttpStatus = httpStatus;
    }

    /// <summary>Whose fault it is.</summary>
    public SoapFaultCode Code { get; }

    /// <summary>Subcodes, from the outer to the inner.</summary>
    public IReadOnlyList<XmlQualifiedName> Subcodes { get; }

    /// <summary>The peer's words.</summary>
    public string Reason { get; }

    /// <summary>The HTTP status it came with.</summary>
    public int HttpStatus { get; }
}
