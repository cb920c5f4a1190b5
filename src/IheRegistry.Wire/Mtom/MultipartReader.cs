using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>
/// Reads a multipart message (RFC 2046) part by part, forward only, from a pipe, never holding more of a part than the pipe does.
/// </summary>
/// <remarks>
/// It takes what peers really send: bare LF for CR LF, preamble and epilogue, padding after the boundary, folded header fields of any case,
/// an empty part without the line break before its boundary.
/// </remarks>
sealed class MultipartReader : IAsyncDisposable
{
    readonly PipeReader _pipe;
    readonly MimeBoundary _boundary;
    readonly MimeLimits _limits;
    readonly HashSet<string> _contentIds = new(StringComparer.Ordinal);
    Phase _phase = Phase.Preamble;
    bool _atContentStart = true;
    int _parts;
    Stream? _currentContent;

    internal MultipartReader(PipeReader pipe, MimeBoundary boundary, MimeLimits limits)
    {
        _pipe = pipe;
        _boundary = boundary;
        _limits = limits;
    }

    enum Phase
    {
        Preamble,
        Headers,
        Content,
        Closed,
    }

    /// <summary>The number of the part whose content may be read now.</summary>
    internal int CurrentPart => _parts;

    /// <summary>The next part, what is left of the one before skipped; null when the closing boundary has been seen.</summary>
    internal async ValueTask<MimePart?> ReadNextPartAsync(CancellationToken cancellationToken)
    {
        if (_phase == Phase.Preamble)
            await SkipAsync(_limits.MaxPartHeaderBytes, cancellationToken).ConfigureAwait(false);
        else if (_phase == Phase.Content)
            await SkipAsync(long.MaxValue, cancellationToken).ConfigureAwait(false);

        if (_currentContent is not null)
            await _currentContent.DisposeAsync().ConfigureAwait(false);
        _currentContent = null;
        if (_phase == Phase.Closed)
            return null;

        if (++_parts > _limits.MaxParts)
            throw new MimeRefusedException(SoapRejectionReason.MimeTooManyParts);
        var headers = await ReadHeadersAsync(cancellationToken).ConfigureAwait(false);
        if (headers.ContentId is { } contentId && !_contentIds.Add(contentId))
            throw new MimeRefusedException(SoapRejectionReason.MimeDuplicateContentId);
        return OpenPart(headers);
    }

    /// <summary>Content bytes of the current part; zero at its end.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<int> ReadContentAsync(Memory<byte> destination, CancellationToken cancellationToken)
    {
        while (_phase is Phase.Preamble or Phase.Content && !destination.IsEmpty)
        {
            var read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCanceled)
                throw new OperationCanceledException(cancellationToken);
            if (read.Buffer.IsEmpty && read.IsCompleted)
            {
                // A read that is not settled would be in the way of whoever owns the pipe.
                _pipe.AdvanceTo(read.Buffer.End);
                throw new MimeTruncatedException();
            }

            var count = Scan(read.Buffer, destination.Span, read.IsCompleted, out var consumed);
            if (count > 0 || consumed > 0)
                _pipe.AdvanceTo(read.Buffer.GetPosition(consumed));
            else
                _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (count > 0)
                return count;
        }

        return 0;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _currentContent?.DisposeAsync() ?? ValueTask.CompletedTask;

    MimePart OpenPart(MimeHeaders headers)
    {
        Stream raw = new MimeContentStream(this);
        _currentContent = TransferEncodings.Decode(raw, headers.TransferEncoding);
        return new MimePart
        {
            ContentId = headers.ContentId,
            ContentType = headers.ContentType,
            TransferEncoding = headers.TransferEncoding,
            Content = _currentContent,
        };
    }

    /// <summary>Copies content up to where a delimiter begins or may begin, or passes over a delimiter that stands right here.</summary>
    int Scan(in ReadOnlySequence<byte> buffer, Span<byte> destination, bool isLast, out long consumed)
    {
        var first = buffer.FirstSpan[0];
        var settled = 0;
        if (_atContentStart || first is (byte)'\r' or (byte)'\n')
        {
            var found = MatchHere(buffer, isLast, out var length);
            if (found is Delimiter.Next or Delimiter.Closing)
                EnterNext(found);
            consumed = length;
            if (found != Delimiter.None)
                return 0;
            settled = 1;
        }

        var count = (int)Math.Min(buffer.Length, destination.Length);
        destination = destination[..count];
        buffer.Slice(0, count).CopyTo(destination);
        count = _boundary.IndexOfCandidate(destination, settled);
        consumed = count;
        _atContentStart = false;
        return count;
    }

    Delimiter MatchHere(in ReadOnlySequence<byte> buffer, bool isLast, out int length)
    {
        if (buffer.FirstSpan.Length >= MimeBoundary.WindowSize)
            return _boundary.Match(buffer.FirstSpan[..MimeBoundary.WindowSize], isLast: false, _atContentStart, out length);

        Span<byte> window = stackalloc byte[MimeBoundary.WindowSize];
        var available = buffer.Slice(0, Math.Min(buffer.Length, window.Length));
        available.CopyTo(window);
        return _boundary.Match(window[..(int)available.Length], isLast && available.Length == buffer.Length, _atContentStart, out length);
    }

    void EnterNext(Delimiter delimiter) => _phase = delimiter == Delimiter.Closing ? Phase.Closed : Phase.Headers;

    async ValueTask SkipAsync(long limit, CancellationToken cancellationToken)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int count;
            while ((count = await ReadContentAsync(scratch, cancellationToken).ConfigureAwait(false)) > 0)
            {
                limit -= count;
                if (limit < 0)
                    throw new MimeRefusedException(SoapRejectionReason.MimePartHeadersTooLarge);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    async ValueTask<MimeHeaders> ReadHeadersAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await _pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (read.IsCanceled)
                throw new OperationCanceledException(cancellationToken);

            var headers = MimeHeaders.TryParse(read.Buffer, _limits.MaxPartHeaderBytes, out var length);
            if (headers is not null)
            {
                _pipe.AdvanceTo(read.Buffer.GetPosition(length));
                _phase = Phase.Content;
                _atContentStart = true;
                return headers;
            }

            var tooLarge = read.Buffer.Length >= _limits.MaxPartHeaderBytes;
            _pipe.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (tooLarge)
                throw new MimeRefusedException(SoapRejectionReason.MimePartHeadersTooLarge);
            if (read.IsCompleted)
                throw new MimeTruncatedException();
        }
    }
}
