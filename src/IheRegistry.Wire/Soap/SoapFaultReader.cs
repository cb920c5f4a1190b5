using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Reads a peer's SOAP 1.2 fault (SOAP 1.2 part 1 section 5.4).</summary>
static class SoapFaultReader
{
    /// <summary>From the Fault's start tag to behind its end tag. What is unknown or missing is left out: a fault is never refused.</summary>
    internal static SoapFault Read(XmlDictionaryReader xml)
    {
        var codes = new List<XmlQualifiedName>();
        var reason = "";
        var depth = xml.Depth;
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        while (!isEmpty && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.NamespaceURI != SoapNamespaces.Soap12)
                xml.Skip();
            else if (xml.IsEmptyElement)
                xml.Read();
            else if (xml.LocalName == "Value")
                codes.Add(QualifiedName(xml));
            else if (xml.LocalName == "Text" && reason.Length == 0)
                reason = xml.ReadElementContentAsString().Trim();
            else if (xml.LocalName is "Code" or "Subcode" or "Reason")
                xml.Read();
            else
                xml.Skip();
        }

        if (!isEmpty)
            xml.Read();
        return new SoapFault(CodeOf(codes.FirstOrDefault()), reason) { Subcodes = [.. codes.Skip(1)] };
    }

    static XmlQualifiedName QualifiedName(XmlDictionaryReader xml)
    {
        xml.ReadStartElement();
        var text = xml.ReadContentAsString().Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var prefix = colon < 0 ? "" : text[..colon];
        var name = new XmlQualifiedName(text[(colon + 1)..], xml.LookupNamespace(prefix) ?? "");
        xml.ReadEndElement();
        return name;
    }

    static SoapFaultCode CodeOf(XmlQualifiedName? code) => code?.Name switch
    {
        "Sender" => SoapFaultCode.Sender,
        "VersionMismatch" => SoapFaultCode.VersionMismatch,
        "MustUnderstand" => SoapFaultCode.MustUnderstand,
        "DataEncodingUnknown" => SoapFaultCode.DataEncodingUnknown,
        _ => SoapFaultCode.Receiver,
    };
}
