using Microsoft.AspNetCore.Connections;

namespace IheRegistry.Server.Hosting;

/// <summary>Bounds the connections of one listener. Kestrel's own bound is one number for all of them.</summary>
sealed class ConnectionLimit(ConnectionDelegate next, int most)
{
    int _open;

    /// <summary>Serves a connection, or ends it where there are too many.</summary>
    internal async Task OnConnectedAsync(ConnectionContext connection)
    {
        try
        {
            if (Interlocked.Increment(ref _open) <= most) await next(connection).ConfigureAwait(false);
            else connection.Abort();
        }
        finally
        {
            Interlocked.Decrement(ref _open);
        }
    }
}
