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
    public static SoapFaultAnswer To(SoapRejection rejection)
    {
        var fault = SoapFault.From(rejection);
        return rejection.Addressing is { } request
            ? Create(fault, rejection.Packaging, request)
            : Create(fault, rejection.Packaging, SoapHeaders.Response(fault.Action, rejection.MessageId));
    }

    /// <summary>A fault, packaged as the message that it answers, for whom that says.</summary>
    public static SoapFaultAnswer Create(SoapFault fault, SoapPackaging packaging, WsAddressing request) =>
        Create(fault, packaging, SoapHeaders.Fault(fault.Action, request));

    /// <summary>A fault that answers a message of which nothing more is known.</summary>
    public static SoapFaultAnswer Create(SoapFault fault) => Create(fault, SoapPackaging.Simple, SoapHeaders.Response(fault.Action, null));

    static SoapFaultAnswer Create(SoapFault fault, SoapPackaging packaging, SoapHeaders headers)
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
            SoapFaultWriter.Write(xml, fault, headers);
        }
        else
        {
            var multipart = new MultipartWriter();
            contentType = SoapContentType.Mtom(multipart.Boundary, multipart.RootContentId, fault.Action);
            multipart.BeginRoot(xml, fault.Action);
            SoapFaultWriter.Write(xml, fault, headers);
            multipart.Close(xml);
        }

        xml.Flush();
        return new SoapFaultAnswer(fault.HttpStatus, contentType, output.WrittenMemory);
    }
}
