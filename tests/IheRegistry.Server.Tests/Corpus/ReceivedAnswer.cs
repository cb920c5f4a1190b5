using System.IO.Pipelines;
using System.Text;
using System.Xml;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Tests.Corpus;

/// <summary>Answers of other products, read as our client reads them.</summary>
static class ReceivedAnswer
{
    static readonly SoapMessageReader Reader = new(new SoapLimits(), [SoapNamespaces.SecurityHeader]);

    /// <summary>Whether the answer can be read, or why not.</summary>
    public static async Task<SampleVerdict> ReadAsync(SoapSample sample)
    {
        var isBare = sample.Root is { } root && root.Name.LocalName != "Envelope";
        var envelope = isBare ? sample.Wrap(sample.Root!).ToString() : sample.Text;
        var pipe = PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(envelope)));
        var read = await Reader.ReadAsync(pipe, "application/soap+xml", SoapMessageKind.Response);
        if (!read.IsAccepted) return Refused(read.Rejection);
        await using var message = read.Message;
        return message.ReadBody(ReadBody, out _) is { } rejection ? Refused(rejection) : SampleVerdict.NotRequest("answer, read", "Our client reads it.");
    }

    static SampleVerdict Refused(SoapRejection rejection) =>
        SampleVerdict.NotRequest($"answer, refused: {rejection.Reason}", SoapFault.From(rejection).Reason);

    static object? ReadBody(XmlReader xml) => xml.LocalName switch
    {
        "AdhocQueryResponse" => AdhocQueryResponse.Read(xml),
        "RetrieveDocumentSetResponse" => RetrieveDocumentSetResponse.Read(xml),
        "RegistryResponse" => RegistryResponseReader.Read(xml),
        _ => null,
    };
}
