using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IheRegistry.Wire.Tests.Mllp;

/// <summary>An MLLP listener on a free port of the loopback; it answers "re:" and the message unless told otherwise.</summary>
sealed class MllpListener : IAsyncDisposable
{
    readonly WebApplication _host;
    readonly TaskCompletionSource _connectionsEnded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    int _connections;

    MllpListener(WebApplication host) => _host = host;

    public ConcurrentQueue<byte[]> Received { get; } = [];

    public int Port { get; private set; }

    /// <summary>Ends when all connections that were opened have ended, each by its handler's own return.</summary>
    public Task ConnectionsEnded => _connectionsEnded.Task.WaitAsync(Wire.Patience);

    public static async Task<MllpListener> StartAsync(
        MllpLimits? limits = null, MllpMessageHandler? handle = null, HttpsConnectionAdapterOptions? tls = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        MllpListener? listener = null;
        var handler = new MllpConnectionHandler(
            (message, answer, peer, stop) =>
            {
                listener!.Received.Enqueue(message.ToArray());
                return (handle ?? Echo)(message, answer, peer, stop);
            },
            limits ?? MllpLimits.Default,
            new AcknowledgementWriter(TimeProvider.System),
            TimeProvider.System,
            NullLogger<MllpConnectionHandler>.Instance);
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (tls is not null) listen.UseHttps(tls);
            listen.Run(async connection =>
            {
                Interlocked.Increment(ref listener!._connections);
                await handler.OnConnectedAsync(connection);
                if (Interlocked.Decrement(ref listener._connections) == 0) listener._connectionsEnded.TrySetResult();
            });
        }));
        listener = new MllpListener(builder.Build());
        await listener._host.StartAsync();
        var addresses = listener._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        listener.Port = new Uri(addresses.Single()).Port;
        return listener;
    }

    public static ValueTask Echo(ReadOnlyMemory<byte> message, IBufferWriter<byte> answer, MllpPeer peer, CancellationToken stop)
    {
        answer.Write("re:"u8);
        answer.Write(message.Span);
        return default;
    }

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        return socket;
    }

    public Task<MllpClient> ConnectClientAsync() => MllpClient.ConnectAsync("127.0.0.1", Port);

    public Task StopAsync() => _host.StopAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
