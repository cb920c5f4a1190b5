using System.Buffers;
using System.Xml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Writes envelopes that carry a fault.</summary>
static class SoapFaultWriter
{
    internal static void Write(Utf8XmlWriter xml, SoapFault fault, SoapHeaders headers)
    {
        SoapEnvelopeWriter.WriteStart(xml, headers with { Blocks = HeaderBlocks(fault, headers.Blocks) });
        xml.Raw("<s:Fault><s:Code><s:Value>s:"u8);
        xml.Text(fault.Code.ToString());
        xml.Raw("</s:Value>"u8);
        WriteSubcodes(xml, fault.Subcodes);
        xml.Raw("</s:Code><s:Reason><s:Text xml:lang=\"en\">"u8);
        xml.Text(fault.Reason);
        xml.Raw("</s:Text></s:Reason>"u8);
        WriteDetail(xml, fault);
        xml.Raw("</s:Fault>"u8);
        SoapEnvelopeWriter.WriteEnd(xml);
    }

    /// <summary>A SOAP 1.1 sender understands only a SOAP 1.1 fault, which tells it to upgrade (SOAP 1.2 part 1 appendix A).</summary>
    internal static void WriteSoap11(Utf8XmlWriter xml, SoapFault fault)
    {
        xml.Raw("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Header>"u8);
        WriteUpgrade(xml);
        xml.Raw("</e:Header><e:Body><e:Fault><faultcode>e:"u8);
        xml.Text(fault.Code.ToString());
        xml.Raw("</faultcode><faultstring xml:lang=\"en\">"u8);
        xml.Text(fault.Reason);
        xml.Raw("</faultstring></e:Fault></e:Body></e:Envelope>"u8);
    }

    static ReadOnlyMemory<byte> HeaderBlocks(SoapFault fault, ReadOnlyMemory<byte> parameters)
    {
        if (fault.Code != SoapFaultCode.VersionMismatch && fault.NotUnderstood.Count == 0)
            return parameters;

        var output = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(output);
        xml.Raw(parameters.Span);
        if (fault.Code == SoapFaultCode.VersionMismatch)
            WriteUpgrade(xml);
        foreach (var header in fault.NotUnderstood)
        {
            xml.StartElement("s:NotUnderstood"u8);
            WriteQName(xml, header);
            xml.EndElement("s:NotUnderstood"u8);
        }

        xml.Flush();
        return output.WrittenMemory;
    }

    static void WriteUpgrade(Utf8XmlWriter xml) =>
        xml.Raw("<u:Upgrade xmlns:u=\"http://www.w3.org/2003/05/soap-envelope\"><u:SupportedEnvelope qname=\"u:Envelope\"/></u:Upgrade>"u8);

    static void WriteQName(Utf8XmlWriter xml, XmlQualifiedName name)
    {
        var text = DeclarePrefix(xml, name) ? "q:" + name.Name : name.Name;
        xml.Attribute("qname"u8, text);
    }

    /// <summary>A name in no namespace gets no prefix: <c>xmlns:q=""</c> is not well-formed.</summary>
    static bool DeclarePrefix(Utf8XmlWriter xml, XmlQualifiedName name)
    {
        if (name.Namespace.Length == 0)
            return false;
        xml.Attribute("xmlns:q"u8, name.Namespace);
        return true;
    }

    static void WriteSubcodes(Utf8XmlWriter xml, IReadOnlyList<XmlQualifiedName> subcodes)
    {
        foreach (var subcode in subcodes)
        {
            xml.StartElement("s:Subcode"u8);
            WriteQNameElement(xml, "s:Value"u8, subcode);
        }

        foreach (var _ in subcodes)
            xml.EndElement("s:Subcode"u8);
    }

    static void WriteQNameElement(Utf8XmlWriter xml, ReadOnlySpan<byte> element, XmlQualifiedName name)
    {
        xml.StartElement(element);
        var text = DeclarePrefix(xml, name) ? "q:" + name.Name : name.Name;
        xml.Text(text);
        xml.EndElement(element);
    }

    static void WriteDetail(Utf8XmlWriter xml, SoapFault fault)
    {
        if (fault.ProblemHeader is null && fault.ProblemAction is null)
            return;

        xml.StartElement("s:Detail"u8);
        if (fault.ProblemHeader is not null)
            WriteQNameElement(xml, "a:ProblemHeaderQName"u8, fault.ProblemHeader);
        if (fault.ProblemAction is not null)
        {
            xml.StartElement("a:ProblemAction"u8);
            xml.Element("a:Action"u8, fault.ProblemAction);
            xml.EndElement("a:ProblemAction"u8);
        }

        xml.EndElement("s:Detail"u8);
    }
}
