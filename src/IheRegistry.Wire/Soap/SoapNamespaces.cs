using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Names of SOAP 1.2 and of WS-Addressing 1.0.</summary>
public static class SoapNamespaces
{
    /// <summary>SOAP 1.2.</summary>
    public const string Soap12 = "http://www.w3.org/2003/05/soap-envelope";

    /// <summary>SOAP 1.1, which is refused.</summary>
    public const string Soap11 = "http://schemas.xmlsoap.org/soap/envelope/";

    /// <summary>WS-Addressing 1.0.</summary>
    public const string Addressing = "http://www.w3.org/2005/08/addressing";

    /// <summary>WS-Security 1.0, in whose Security header XUA sends its assertion.</summary>
    public const string Security = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";

    /// <summary>The address that means "answer on this connection" (WS-Addressing 1.0 core section 2.1).</summary>
    public const string AnonymousAddress = Addressing + "/anonymous";

    /// <summary>The address that means "send nothing there" (WS-Addressing 1.0 core section 2.1).</summary>
    public const string NoneAddress = Addressing + "/none";

    /// <summary>The action of a fault that WS-Addressing defines (WS-Addressing 1.0 SOAP binding section 6).</summary>
    public const string AddressingFaultAction = Addressing + "/fault";

    /// <summary>The action of a fault that SOAP defines (WS-Addressing 1.0 SOAP binding section 6).</summary>
    public const string SoapFaultAction = Addressing + "/soap/fault";

    /// <summary>The name of WS-Security's header block.</summary>
    public static readonly XmlQualifiedName SecurityHeader = new("Security", Security);
}
