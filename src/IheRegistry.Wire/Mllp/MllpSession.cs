using System.Buffers;
using IheRegistry.Wire.Hl7v2;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace IheRegistry.Wire.Mllp;

/// <summary>One connection: read a message, have it handled, answer it.</summary>
sealed class MllpSession(
    ConnectionContext connection,
    MllpFrameReader reader,
    MllpPeer peer,
    MllpMessageHandler handle,
    MllpLimits limits,
    AcknowledgementWriter acknowledgements,
    TimeProvider clock,
    ILogger logger,
    MllpRefusalHandler? refused)
{
    // An answer that was larger than this does not keep its buffer on an idle connection.
    const int MaxKeptAnswer = 64 * 1024;

    // Answers to messages of one packet wait for each other up to this much: a sender must not make us hold what it does not read.
    const int MaxUnsent = 64 * 1024;

    ArrayBufferWriter<byte> _answer = new(512);
    int _unsent;

    public async Task RunAsync(CancellationToken stopped)
    {
        while (true)
        {
            // Answers are sent before waiting for more, so that several messages of one packet share a packet of answers.
            var next = reader.ReadAsync(stopped);
            if ((!next.IsCompleted || _unsent > MaxUnsent) && !await TryFlushAsync().ConfigureAwait(false)) return;
            var reading = await next.ConfigureAwait(false);
            switch (reading.Outcome)
            {
                case MllpOutcome.Message when await TryAnswerAsync(reading.Message, stopped).ConfigureAwait(false):
                    continue;
                case MllpOutcome.Refused:
                    await RefuseAsync(reading, stopped).ConfigureAwait(false);
                    return;
                case MllpOutcome.Idle:
                    MllpLog.Idle(logger, peer.ConnectionId);
                    return;
                default:
                    await TryFlushAsync().ConfigureAwait(false);
                    return;
            }
        }
    }

    async ValueTask<bool> TryAnswerAsync(ReadOnlyMemory<byte> message, CancellationToken stopped)
    {
        try
        {
            var work = handle(message, _answer, peer, stopped);
            // Work that takes time must not hold back the answers to the messages before.
            if (!work.IsCompleted && !await TryFlushAsync().ConfigureAwait(false))
            {
                await work.ConfigureAwait(false);
                return false;
            }

            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            // The one place where a listener's exceptions end: the peer gets a reference into the log, and no text.
            MllpLog.HandlerFailed(logger, exception, peer.ConnectionId);
            _answer.ResetWrittenCount();
            acknowledgements.WriteRejection(_answer, message, new(Hl7ErrorCode.ApplicationInternalError, new("MSH", 1), "Internal error")
            {
                Diagnostics = peer.ConnectionId,
            });
        }

        Send();
        return true;
    }

    async ValueTask RefuseAsync(MllpReading reading, CancellationToken stopped)
    {
        MllpLog.Refused(logger, peer.ConnectionId, reading.Refusal);
        if (refused is not null) await refused(reading.Refusal, peer, stopped).ConfigureAwait(false);
        var problem = new Hl7Problem(Hl7ErrorCode.ApplicationInternalError, new("MSH", 1), reading.Refusal.ToText());
        if (acknowledgements.WriteRejection(_answer, reading.Message, problem)) Send();
        if (await TryFlushAsync().ConfigureAwait(false) && reading.Refusal != MllpRefusal.Truncated)
            await reader.LingerAsync(stopped).ConfigureAwait(false);
    }

    void Send()
    {
        if (_answer.WrittenCount == 0) return;
        MllpFraming.Write(connection.Transport.Output, _answer.WrittenSpan);
        _unsent += _answer.WrittenCount;
        if (_answer.Capacity > MaxKeptAnswer) _answer = new(512);
        else _answer.ResetWrittenCount();
    }

    /// <summary>False when the peer is gone or does not take its answers; the connection is at its end then.</summary>
    async ValueTask<bool> TryFlushAsync()
    {
        if (_unsent == 0) return true;
        _unsent = 0;
        var flush = connection.Transport.Output.FlushAsync();
        if (flush.IsCompletedSuccessfully) return !flush.Result.IsCompleted;
        try
        {
            var result = await flush.AsTask().WaitAsync(limits.MessageTimeout, clock).ConfigureAwait(false);
            return !result.IsCompleted;
        }
        catch (TimeoutException)
        {
            MllpLog.AnswerNotTaken(logger, peer.ConnectionId);
            connection.Abort(new ConnectionAbortedException("The peer does not take its answers."));
            return false;
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return false;
        }
    }
}
