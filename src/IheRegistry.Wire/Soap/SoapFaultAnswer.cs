using System.Buffers;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>A fault ready to be sent: status, Content-Type and bytes.</summary>
public sealed class SoapFaultAnswer
{
    SoapFaultAnswer(int httpStatus, string contentType, ReadOnlyMemory<byte> body)
    {
        HttpStatus = httpStatus;
        ContentType = contentType;
        Body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int HttpStatus { get; }

    /// <summary>The HTTP Content-Type.</summary>
    public string ContentType { get; }

    /// <summary>The HTTP body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The answer to a refused message, packaged as that was.</summary>
    public static SoapFaultAnswer To(SoapRejection rejection) => Create(SoapFault.From(rejection), rejection.Packaging, rejection.MessageId);

    /// <summary>A fault, packaged as the message that it answers.</summary>
    public static SoapFaultAnswer Create(SoapFault fault, SoapPackaging packaging, string? relatesTo)
    {
        var output = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(output);
        string contentType;
        if (fault.InSoap11)
        {
            contentType = "text/xml; charset=utf-8";
            SoapFaultWriter.WriteSoap11(xml, fault);
        }
        else if (packaging == SoapPackaging.Simple)
        {
            contentType = SoapContentType.Simple(fault.Action);
            SoapFaultWriter.Write(xml, fault, relatesTo);
        }
        else
        {
            var multipart = new MultipartWriter();
            contentType = SoapContentType.Mtom(multipart.Boundary, multipart.RootContentId, fault.Action);
            multipart.BeginRoot(xml, fault.Action);
            SoapFaultWriter.Write(xml, fault, relatesTo);
            multipart.Close(xml);
        }

        xml.Flush();
        return new SoapFaultAnswer(fault.HttpStatus, contentType, output.WrittenMemory);
    }
}
