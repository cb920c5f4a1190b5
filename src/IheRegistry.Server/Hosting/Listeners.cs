using IheRegistry.Server.Options;
using IheRegistry.Wire.Mllp;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace IheRegistry.Server.Hosting;

/// <summary>The Kestrel endpoints: HTTP, then MLLP.</summary>
static class Listeners
{
    // Kestrel waits this long before it holds a sender to the least rate: a slow start is no attack.
    static readonly TimeSpan RateGrace = TimeSpan.FromSeconds(10);

    internal static void Configure(KestrelServerOptions kestrel, ServerOptions options)
    {
        var limits = options.Limits;
        kestrel.AddServerHeader = false;
        // Documents may have any size up to their own limit; the envelope and each document are bounded where they are read.
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.KeepAliveTimeout = limits.HttpIdle;
        kestrel.Limits.RequestHeadersTimeout = limits.HttpHeaders;
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(limits.HttpBytesPerSecond, RateGrace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(limits.HttpBytesPerSecond, RateGrace);
        kestrel.Listen(options.Listener.Address, options.Listener.HttpPort, listen => Limit(listen, limits.HttpConnections));
        kestrel.Listen(options.Listener.Address, options.Listener.MllpPort, listen =>
        {
            Limit(listen, limits.MllpConnections);
            listen.Run(listen.ApplicationServices.GetRequiredService<MllpConnectionHandler>().OnConnectedAsync);
        });
    }

    static void Limit(IConnectionBuilder listen, int connections) =>
        listen.Use(next => new ConnectionLimit(next, connections).OnConnectedAsync);
}
