using System.Buffers;
using System.IO.Pipelines;
using BenchmarkDotNet.Attributes;
using IheRegistry.Benchmarks.Messages;
using IheRegistry.Model;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Benchmarks.Codecs;

/// <summary>SOAP and MTOM, read from bytes in memory and written to nowhere.</summary>
public class SoapBenchmarks
{
    static readonly string Simple = $"application/soap+xml; charset=UTF-8; action=\"{Transactions.Iti42.RequestAction}\"";

    readonly SoapMessageReader _reader = new(new SoapLimits());
    readonly byte[] _submission = Requests.Iti42Envelope(Requests.Submitted, 1).Bytes;
    readonly byte[] _mtom = BodyOf(Requests.Iti41(20_000, 20_000).Bytes);

    /// <summary>An ITI-42 of one document: envelope, WS-Addressing, body passed over.</summary>
    [Benchmark]
    public async Task<int> ReadEnvelope()
    {
        await using var message = await ReadAsync(_submission, Simple);
        message.ReadBody(xml => xml.Read() ? "" : null, out _);
        return message.Envelope.Length;
    }

    /// <summary>The same with its metadata read.</summary>
    [Benchmark]
    public async Task<RegistryObjectList> ReadSubmission()
    {
        await using var message = await ReadAsync(_submission, Simple);
        message.ReadBody(SubmitObjectsRequest.Read, out var list);
        return list!;
    }

    /// <summary>An ITI-41 with a document of 20 kB as an attachment, its bytes passed over.</summary>
    [Benchmark]
    public async Task<int> ReadMtom()
    {
        await using var message = await ReadAsync(_mtom, Mtom.ContentType(Transactions.Iti41.RequestAction));
        message.ReadBody(xml => xml.Read() ? "" : null, out _);
        while (await message.ReadNextPartAsync() is { } part) await part.Content.CopyToAsync(Stream.Null);
        return message.Envelope.Length;
    }

    /// <summary>The answer to a submission.</summary>
    [Benchmark]
    public async Task WriteResponse()
    {
        var output = PipeWriter.Create(Stream.Null);
        var writer = SoapMessageWriter.Create(output, SoapPackaging.Simple, Transactions.Iti42.ResponseAction);
        var xml = writer.BeginEnvelope(SoapHeaders.Response(Transactions.Iti42.ResponseAction, "urn:uuid:00000000-0000-4000-8000-000000000000"));
        RegistryResponseWriter.Write(xml, RegistryResponse.From(new ErrorList()));
        writer.EndEnvelope();
        writer.Complete();
        await output.CompleteAsync();
    }

    async Task<SoapMessage> ReadAsync(byte[] bytes, string contentType)
    {
        var read = await _reader.ReadAsync(PipeReader.Create(new ReadOnlySequence<byte>(bytes)), contentType, SoapMessageKind.Request);
        return read.Message ?? throw new InvalidOperationException(read.Rejection!.Reason.ToString());
    }

    static byte[] BodyOf(byte[] http) => http[(http.AsSpan().IndexOf("\r\n\r\n"u8) + 4)..];
}
