using System.Buffers;
using IheRegistry.Wire.Hl7v2;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace IheRegistry.Wire.Mllp;

/// <summary>
/// Handles a message and writes its answer, without a frame; writing nothing sends nothing. The message is valid until the task ends.
/// The token is cancelled when the server stops and does not wait any longer, not when the peer leaves: what a message does must
/// not hang on when its sender closes.
/// </summary>
/// <param name="message">The message without its frame.</param>
/// <param name="answer">Takes the answer.</param>
/// <param name="peer">The sender.</param>
/// <param name="cancellationToken">The server's end.</param>
public delegate ValueTask MllpMessageHandler(
    ReadOnlyMemory<byte> message, IBufferWriter<byte> answer, MllpPeer peer, CancellationToken cancellationToken);

/// <summary>Is told of bytes that were not taken as a frame, before their sender is.</summary>
/// <param name="refusal">Why.</param>
/// <param name="peer">The sender.</param>
/// <param name="cancellationToken">The server's end.</param>
public delegate ValueTask MllpRefusalHandler(MllpRefusal refusal, MllpPeer peer, CancellationToken cancellationToken);

/// <summary>
/// MLLP on a Kestrel endpoint: <c>listen.Run(handler.OnConnectedAsync)</c>, behind <c>UseHttps</c> for TLS. Messages of a connection are
/// answered one after another in their order.
/// </summary>
/// <param name="handle">Handles a message.</param>
/// <param name="limits">What a connection may take.</param>
/// <param name="acknowledgements">Writes the rejections of what is no message.</param>
/// <param name="clock">For the timeouts.</param>
/// <param name="logger">For refusals and failures.</param>
/// <param name="refused">Is told of bytes that are no frame; null when nobody wants to know.</param>
public sealed class MllpConnectionHandler(
    MllpMessageHandler handle,
    MllpLimits limits,
    AcknowledgementWriter acknowledgements,
    TimeProvider clock,
    ILogger<MllpConnectionHandler> logger,
    MllpRefusalHandler? refused = null) : ConnectionHandler
{
    /// <summary>Serves a connection until it ends.</summary>
    public override async Task OnConnectedAsync(ConnectionContext connection)
    {
        var certificate = connection.Features.Get<ITlsConnectionFeature>()?.ClientCertificate;
        var peer = new MllpPeer(connection.ConnectionId, connection.RemoteEndPoint, connection.LocalEndPoint, certificate);
        using var processing = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var reader = new MllpFrameReader(connection.Transport.Input, limits, clock);
        var stopping = connection.Features.Get<IConnectionLifetimeNotificationFeature>()?.ConnectionClosedRequested ?? default;
        using var drain = stopping.Register(() =>
        {
            reader.Stop();
            processing.CancelAfter(limits.DrainTimeout);
        });

        var session = new MllpSession(connection, reader, peer, handle, limits, acknowledgements, clock, logger, refused);
        await session.RunAsync(processing.Token).ConfigureAwait(false);
    }
}
