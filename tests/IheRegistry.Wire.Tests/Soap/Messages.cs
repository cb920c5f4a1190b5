using System.IO.Pipelines;
using System.Text;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Tests.Mtom;

namespace IheRegistry.Wire.Tests.Soap;

/// <summary>Messages to read, written by hand, and reading them.</summary>
static class Messages
{
    public const string Action = "urn:ihe:iti:2007:RegistryStoredQuery";
    public const string SimpleType = "application/soap+xml; charset=utf-8; action=\"" + Action + "\"";

    public const string AddressingHeaders =
        "<a:Action e:mustUnderstand=\"1\">" + Action + "</a:Action><a:MessageID>urn:uuid:1</a:MessageID>"
        + "<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>"
        + "<a:To e:mustUnderstand=\"1\">http://localhost/xds/registry</a:To>";

    public static string Envelope(string headers = AddressingHeaders, string body = "<q xmlns=\"urn:q\">text</q>") =>
        "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\">"
        + $"<e:Header>{headers}</e:Header><e:Body>{body}</e:Body></e:Envelope>";

    public static ValueTask<SoapReadResult> ReadAsync(string message, string? contentType = SimpleType, SoapLimits? limits = null) =>
        ReadAsync(Encoding.UTF8.GetBytes(message), contentType, limits);

    public static ValueTask<SoapReadResult> ReadAsync(byte[] message, string? contentType = SimpleType, SoapLimits? limits = null) =>
        new SoapMessageReader(limits ?? new SoapLimits()).ReadAsync(
            ChunkedStream.Pipe(message, 4096, 4096), contentType, SoapMessageKind.Request);

    /// <summary>The rejection, also one that only reading the whole body shows.</summary>
    public static async Task<SoapRejection?> RejectionAsync(byte[] message, string? contentType = SimpleType, SoapLimits? limits = null)
    {
        var result = await ReadAsync(message, contentType, limits);
        if (!result.IsAccepted)
            return result.Rejection;
        await using var read = result.Message;
        return read.ReadBody(static xml => xml.ReadOuterXml(), out _);
    }

    public static Task<SoapRejection?> RejectionAsync(string message, string? contentType = SimpleType, SoapLimits? limits = null) =>
        RejectionAsync(Encoding.UTF8.GetBytes(message), contentType, limits);

    /// <summary>Everything that was written to a pipe.</summary>
    public static async Task<byte[]> WrittenAsync(Func<PipeWriter, Task> write)
    {
        using var output = new MemoryStream();
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        await write(pipe);
        await pipe.CompleteAsync();
        return output.ToArray();
    }
}
