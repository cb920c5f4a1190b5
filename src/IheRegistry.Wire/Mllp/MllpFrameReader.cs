using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace IheRegistry.Wire.Mllp;

/// <summary>
/// Takes frames from a pipe. A message that lies in one piece of the pipe's memory is handed out where it lies, any other is copied
/// once. Forgiven: noise between frames, and a missing carriage return after the end block.
/// </summary>
public sealed class MllpFrameReader : IDisposable
{
    // Of a message that is not complete only its header is of use, to answer it.
    const int MaxRefusedBytes = 4096;

    readonly PipeReader _input;
    readonly MllpLimits _limits;
    readonly TimeProvider _clock;
    readonly ITimer _timer;
    SequencePosition _next;
    bool _isReading;
    byte[]? _copy;
    bool _inFrame;
    bool _isBegun;
    long _scanned;
    long _deadline;
    long _timerDue = long.MaxValue;
    volatile bool _stopped;

    /// <summary>Reads from a pipe within limits; the clock is for the timeouts.</summary>
    public MllpFrameReader(PipeReader input, MllpLimits limits, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        _input = input;
        _limits = limits;
        _clock = clock;
        var never = Timeout.InfiniteTimeSpan;
        _timer = clock.CreateTimer(static state => ((MllpFrameReader)state!).Wake(), this, never, never);
    }

    /// <summary>Reads the next frame. The message read before is not valid any more.</summary>
    public async ValueTask<MllpReading> ReadAsync(CancellationToken cancellationToken)
    {
        Release();
        while (true)
        {
            ReadResult result;
            try
            {
                if (!_input.TryRead(out result))
                {
                    if (_stopped) return new(MllpOutcome.Ended);
                    SetTimer();
                    result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (IsBreak(exception))
            {
                return End(default);
            }

            _isReading = true;
            if (TryTakeFrame(result.Buffer) is { } reading) return reading;
            if (result.IsCompleted) return End(Unread(result.Buffer));
            if (result.IsCanceled && IsOverdue) return Overdue(Unread(result.Buffer));
            Advance(result.Buffer.End);
        }
    }

    /// <summary>
    /// Stops reading: frames that have arrived are still handed out, then <see cref="MllpOutcome.Ended"/>; half a frame is given up.
    /// </summary>
    public void Stop()
    {
        _stopped = true;
        _input.CancelPendingRead();
    }

    /// <summary>
    /// Reads on after a refusal and throws away what comes, until the refused message ends, the peer closes or
    /// <see cref="MllpLimits.LingerTimeout"/> is over.
    /// </summary>
    public async ValueTask LingerAsync(CancellationToken cancellationToken)
    {
        Release();
        (_isBegun, _deadline) = (true, Deadline(_limits.LingerTimeout));
        var isOver = false;
        while (!isOver)
        {
            try
            {
                SetTimer();
                var result = await _input.ReadAsync(cancellationToken).ConfigureAwait(false);
                isOver = result.IsCompleted || _stopped || IsOverdue || result.Buffer.PositionOf(MllpFraming.EndBlock) is not null;
                _input.AdvanceTo(result.Buffer.End);
            }
            catch (Exception exception) when (IsBreak(exception))
            {
                return;
            }
        }
    }

    /// <summary>Ends the timer and gives back what was rented. The pipe is its owner's to complete.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        ReturnCopy();
    }

    bool IsOverdue => _clock.GetTimestamp() >= _deadline;

    // For a reader a broken connection is an end like any other.
    static bool IsBreak(Exception exception) => exception is IOException or ConnectionAbortedException;

    MllpReading? TryTakeFrame(ReadOnlySequence<byte> buffer)
    {
        _next = buffer.Start;
        if (!_inFrame)
        {
            if (FindStart(buffer) is { } refused) return refused;
            if (!_inFrame) return null;
            buffer = buffer.Slice(_next);
        }

        return FindEnd(buffer);
    }

    /// <summary>Looks for the start block; what lies before it is noise, unless it is a message that lacks its start.</summary>
    MllpReading? FindStart(ReadOnlySequence<byte> buffer)
    {
        buffer = SkipLineEnds(buffer);
        if (buffer.IsEmpty) return null;
        Begin();
        var start = buffer.PositionOf(MllpFraming.StartBlock);
        var noise = start is { } found ? buffer.Slice(0, found) : buffer;
        var isOver = start is not null || noise.Length > _limits.MaxNoise || noise.PositionOf(MllpFraming.EndBlock) is not null;
        if (noise.Length > 0 && isOver)
        {
            if (HoldsMessage(noise, out var message)) return Refuse(MllpRefusal.MissingStartBlock, message);
            if (noise.Length > _limits.MaxNoise) return Refuse(MllpRefusal.TooMuchNoise, default);
        }

        if (start is not { } position) return null;
        _next = buffer.GetPosition(1, position);
        _inFrame = true;
        _scanned = 0;
        return null;
    }

    ReadOnlySequence<byte> SkipLineEnds(ReadOnlySequence<byte> buffer)
    {
        if (!buffer.FirstSpan.IsEmpty && buffer.FirstSpan[0] == MllpFraming.StartBlock) return buffer;
        var reader = new SequenceReader<byte>(buffer);
        reader.AdvancePastAny((byte)'\r', (byte)'\n');
        _next = reader.Position;
        return buffer.Slice(_next);
    }

    static bool HoldsMessage(ReadOnlySequence<byte> noise, out ReadOnlySequence<byte> message)
    {
        var reader = new SequenceReader<byte>(noise);
        var isFound = reader.TryReadTo(out ReadOnlySequence<byte> _, "MSH"u8, advancePastDelimiter: false);
        message = isFound ? reader.UnreadSequence : default;
        return isFound;
    }

    MllpReading? FindEnd(ReadOnlySequence<byte> buffer)
    {
        Begin();
        var unscanned = buffer.Slice(_scanned);
        if (unscanned.PositionOf(MllpFraming.EndBlock) is not { } end)
        {
            _scanned = buffer.Length;
            return buffer.Length > _limits.MaxMessageSize ? Refuse(MllpRefusal.MessageTooLarge, buffer) : null;
        }

        var message = buffer.Slice(0, end);
        if (message.Length > _limits.MaxMessageSize) return Refuse(MllpRefusal.MessageTooLarge, message);
        _next = buffer.GetPosition(1, end);
        var bytes = Hold(message);
        // Otherwise the second message would be lost in the first one and never be answered.
        if (bytes.Span.IndexOf("\u000BMSH"u8) >= 0) return new(MllpOutcome.Refused, bytes, MllpRefusal.MissingEndBlock);
        _inFrame = _isBegun = false;
        return new(MllpOutcome.Message, bytes);
    }

    /// <summary>A message begins with its first byte, and then has a time to be complete.</summary>
    void Begin()
    {
        if (_isBegun) return;
        _isBegun = true;
        _deadline = Deadline(_limits.MessageTimeout);
    }

    void SetTimer()
    {
        if (!_isBegun) _deadline = Deadline(_limits.IdleTimeout);
        // A timer that fires before the deadline does no harm: the reader wakes, finds that it has time left and sets it again. So it
        // is not touched for each message, and its rounding to milliseconds does not matter.
        if (_deadline >= Volatile.Read(ref _timerDue)) return;
        Volatile.Write(ref _timerDue, _deadline);
        var left = _clock.GetElapsedTime(_clock.GetTimestamp(), _deadline);
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(left.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    void Wake()
    {
        Volatile.Write(ref _timerDue, long.MaxValue);
        _input.CancelPendingRead();
    }

    long Deadline(TimeSpan timeout) => timeout == Timeout.InfiniteTimeSpan
        ? long.MaxValue
        : _clock.GetTimestamp() + (long)(timeout.TotalSeconds * _clock.TimestampFrequency);

    MllpReading Overdue(ReadOnlySequence<byte> unread)
    {
        if (!_isBegun) return new(MllpOutcome.Idle);
        return _inFrame ? Refuse(MllpRefusal.MessageTooSlow, unread) : EndOfNoise(unread, MllpOutcome.Idle);
    }

    MllpReading End(ReadOnlySequence<byte> unread) =>
        _inFrame ? Refuse(MllpRefusal.Truncated, unread) : EndOfNoise(unread, MllpOutcome.Ended);

    MllpReading EndOfNoise(ReadOnlySequence<byte> noise, MllpOutcome otherwise) =>
        HoldsMessage(noise, out var message) ? Refuse(MllpRefusal.MissingStartBlock, message) : new(otherwise);

    ReadOnlySequence<byte> Unread(ReadOnlySequence<byte> buffer) => buffer.Slice(_next);

    MllpReading Refuse(MllpRefusal refusal, ReadOnlySequence<byte> message) =>
        new(MllpOutcome.Refused, Hold(message.Slice(0, Math.Min(message.Length, MaxRefusedBytes))), refusal);

    ReadOnlyMemory<byte> Hold(ReadOnlySequence<byte> message)
    {
        if (message.IsSingleSegment) return message.First;
        var length = (int)message.Length;
        _copy = ArrayPool<byte>.Shared.Rent(length);
        message.CopyTo(_copy);
        return _copy.AsMemory(0, length);
    }

    void Release()
    {
        ReturnCopy();
        if (_isReading) Advance(_next);
    }

    void Advance(SequencePosition examined)
    {
        _input.AdvanceTo(_next, examined);
        _isReading = false;
    }

    void ReturnCopy()
    {
        if (_copy is not null) ArrayPool<byte>.Shared.Return(_copy);
        _copy = null;
    }
}
