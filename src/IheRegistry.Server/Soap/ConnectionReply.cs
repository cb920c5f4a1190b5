using System.IO.Pipelines;

namespace IheRegistry.Server.Soap;

/// <summary>An answer on the connection that the request came on.</summary>
sealed class ConnectionReply(HttpContext http) : ISoapReply
{
    /// <inheritdoc />
    public PipeWriter Output => http.Response.BodyWriter;

    /// <inheritdoc />
    public string ContentType
    {
        set => http.Response.ContentType = value;
    }

    /// <inheritdoc />
    public bool TryStartOver() => false;

    /// <inheritdoc />
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        // In one piece with the end of the HTTP message.
        await http.Response.CompleteAsync().ConfigureAwait(false);
        // Kestrel says nothing when the receiver is gone.
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }
}
