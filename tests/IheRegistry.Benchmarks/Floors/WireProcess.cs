using System.Net;
using IheRegistry.Benchmarks.Processes;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;
using IheRegistry.Wire.Soap;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging.Abstractions;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>
/// The codecs alone on Kestrel, with no work behind them: SOAP and MTOM messages are read and answered, MLLP messages parsed, checked and
/// acknowledged. Not a floor but what the codecs' floors are compared with. Verb <c>wire</c>.
/// </summary>
static class WireProcess
{
    const string ResponseAction = "urn:benchmarks:EchoResponse";

    internal static async Task<int> RunAsync()
    {
        var reader = new SoapMessageReader(new SoapLimits());
        var acknowledgements = new AcknowledgementWriter(TimeProvider.System);
        var mllp = new MllpConnectionHandler(
            (bytes, answer, _, _) =>
            {
                Acknowledge(acknowledgements, bytes, answer);
                return ValueTask.CompletedTask;
            },
            MllpLimits.Default, acknowledgements, TimeProvider.System, NullLogger<MllpConnectionHandler>.Instance);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Run(mllp.OnConnectedAsync));
        });
        var app = builder.Build();
        app.MapPost("/soap", http => AnswerAsync(http, reader));
        await app.StartAsync().ConfigureAwait(false);
        Ports.Print(app);
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        return 0;
    }

    static async Task AnswerAsync(HttpContext http, SoapMessageReader reader)
    {
        var read = await reader.ReadAsync(http.Request.BodyReader, http.Request.ContentType, SoapMessageKind.Request).ConfigureAwait(false);
        await using var message = read.Message ?? throw new InvalidOperationException(read.Rejection!.Reason.ToString());
        // Nobody wants the body, but it is read to its end: it must be well-formed.
        if (message.ReadBody(xml => xml.Read() ? "" : null, out _) is { } rejection) throw new InvalidOperationException(rejection.Reason.ToString());
        while (await message.ReadNextPartAsync().ConfigureAwait(false) is { } part) await part.Content.CopyToAsync(Stream.Null).ConfigureAwait(false);

        var writer = SoapMessageWriter.Create(http.Response.BodyWriter, message.Packaging, ResponseAction);
        http.Response.ContentType = writer.ContentType;
        var answer = writer.BeginEnvelope(SoapHeaders.Response(ResponseAction, message.Addressing.MessageId));
        answer.StartElement("Echo"u8);
        answer.Attribute("status"u8, "ResponseStatusType:Success");
        answer.EndElement("Echo"u8);
        writer.EndEnvelope();
        writer.Complete();
        await http.Response.CompleteAsync().ConfigureAwait(false);
    }

    static void Acknowledge(AcknowledgementWriter acknowledgements, ReadOnlyMemory<byte> bytes, System.Buffers.IBufferWriter<byte> answer)
    {
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
            throw new InvalidOperationException(refusal.ToProblem().Text);
        var reading = PatientIdentityFeed.Read(message, PatientFeedRules.Iti8);
        acknowledgements.Write(answer, message, Acknowledgement.Of(reading.Problems));
    }
}
