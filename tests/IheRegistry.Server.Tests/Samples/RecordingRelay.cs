using System.Net;
using System.Net.Sockets;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>Stands between clients and a server on one machine, and keeps what passes.</summary>
sealed class RecordingRelay : IAsyncDisposable
{
    readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    readonly List<TcpCapture.Piece> _pieces = [];
    readonly List<Task> _connections = [];
    readonly Task _accepting;
    readonly int _server;

    /// <summary>Begins to listen for clients of a server's port.</summary>
    public RecordingRelay(int server)
    {
        _server = server;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where clients connect.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Waits until all clients have closed, and gives what has passed, in order.</summary>
    public async Task<IReadOnlyList<TcpCapture.Piece>> EndAsync()
    {
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        return _pieces;
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    async Task AcceptAsync()
    {
        try
        {
            while (true) _connections.Add(RelayAsync(await _listener.AcceptTcpClientAsync(), _connections.Count));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The end of the listener.
        }
    }

    async Task RelayAsync(TcpClient client, int connection)
    {
        using var server = new TcpClient("127.0.0.1", _server);
        using (client)
            await Task.WhenAll(CopyAsync(client, server, connection, true), CopyAsync(server, client, connection, false));
    }

    async Task CopyAsync(TcpClient from, TcpClient to, int connection, bool isFromClient)
    {
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer) is > 0 and var length)
        {
            lock (_pieces) _pieces.Add(new(connection, isFromClient, buffer[..length]));
            await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
        }

        to.Client.Shutdown(SocketShutdown.Send);
    }
}
