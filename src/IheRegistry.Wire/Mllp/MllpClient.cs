using System.IO.Pipelines;
using System.Net.Security;
using System.Net.Sockets;
using System.Runtime.CompilerServices;

namespace IheRegistry.Wire.Mllp;

/// <summary>
/// A connection to an MLLP listener that is kept open. <see cref="ExchangeAsync"/> sends a message and waits for its answer,
/// <see cref="PipelineAsync"/> sends several before the first answer is there. One writer and one reader at a time.
/// </summary>
public sealed class MllpClient : IAsyncDisposable
{
    readonly Stream _stream;
    readonly PipeReader _input;
    readonly PipeWriter _output;
    readonly MllpFrameReader _reader;

    MllpClient(Stream stream, MllpLimits limits)
    {
        _stream = stream;
        _input = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        _output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        _reader = new MllpFrameReader(_input, limits, TimeProvider.System);
    }

    /// <summary>
    /// Connects, with TLS where its options are given. <see cref="MllpLimits.IdleTimeout"/> is how long an answer is waited for;
    /// the limits are <see cref="MllpLimits.Client"/> when none are given.
    /// </summary>
    /// <exception cref="SocketException">The listener cannot be reached.</exception>
    public static async Task<MllpClient> ConnectAsync(
        string host,
        int port,
        MllpLimits? limits = null,
        SslClientAuthenticationOptions? tls = null,
        CancellationToken cancellationToken = default)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        // A connection that is kept for the day learns that its peer is gone before the next message.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(host, port, cancellationToken).ConfigureAwait(false);
            stream = new NetworkStream(socket, ownsSocket: true);
            if (tls is not null) stream = await AuthenticateAsync(stream, tls, cancellationToken).ConfigureAwait(false);
            return new MllpClient(stream, limits ?? MllpLimits.Client);
        }
        catch
        {
            if (stream is not null) await stream.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message and waits for the answer.</summary>
    /// <exception cref="IOException">The connection broke while sending.</exception>
    public async ValueTask<MllpReading> ExchangeAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken = default)
    {
        await WriteAsync(message, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a message in its frame.</summary>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask WriteAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken = default)
    {
        MllpFraming.Write(_output, message.Span);
        await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits for the next answer. It is valid until the next read.</summary>
    public ValueTask<MllpReading> ReadAsync(CancellationToken cancellationToken = default) => _reader.ReadAsync(cancellationToken);

    /// <summary>
    /// Sends messages without waiting for the answer to each, and gives the answers in order. Each is valid until the next one is
    /// asked for; the last one tells when the listener ends early.
    /// </summary>
    /// <param name="messages">The messages.</param>
    /// <param name="mostUnanswered">How many may be under way; 32 keep a listener busy that writes one disk for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async IAsyncEnumerable<MllpReading> PipelineAsync(
        IReadOnlyList<ReadOnlyMemory<byte>> messages,
        int mostUnanswered = 32,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        using var room = new SemaphoreSlim(mostUnanswered);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Beside the reading: a listener whose answers nobody takes stops reading too.
        var writing = WriteAllAsync(messages, room, end.Token);
        try
        {
            for (var i = 0; i < messages.Count; i++)
            {
                var reading = await ReadAsync(cancellationToken).ConfigureAwait(false);
                yield return reading;
                if (reading.Outcome != MllpOutcome.Message) yield break;
                room.Release();
            }
        }
        finally
        {
            // Where writing broke off, reading has told of it.
            await end.CancelAsync().ConfigureAwait(false);
            await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task WriteAllAsync(IReadOnlyList<ReadOnlyMemory<byte>> messages, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            await WriteAsync(message, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _input.CompleteAsync().ConfigureAwait(false);
        await _output.CompleteAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
    }

    static async Task<SslStream> AuthenticateAsync(Stream stream, SslClientAuthenticationOptions tls, CancellationToken cancellationToken)
    {
        var ssl = new SslStream(stream);
        try
        {
            await ssl.AuthenticateAsClientAsync(tls, cancellationToken).ConfigureAwait(false);
            return ssl;
        }
        catch
        {
            await ssl.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}
