using System.Buffers;
using System.Buffers.Text;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>Undoes base64 (RFC 2045 section 6.8), white space between the characters passed over.</summary>
sealed class Base64DecodingStream(Stream encoded) : DecodingStream(encoded)
{
    // What one group of four characters decodes to may not fit the caller's buffer; it is then handed out from here.
    readonly byte[] _group = new byte[3];
    int _groupStart;
    int _groupEnd;
    bool _padded;

    /// <inheritdoc />
    protected override int Decode(Span<byte> source, Span<byte> destination, bool isLast, out int consumed)
    {
        consumed = 0;
        if (_groupStart < _groupEnd)
            return TakeGroup(destination);

        var compact = RemoveWhiteSpace(source);
        // White space went to the front: the caller sees it consumed, and never again.
        consumed = source.Length - compact;
        var characters = source[consumed..];
        if (_padded && !characters.IsEmpty)
            throw Malformed();
        if (destination.Length < _group.Length)
            return DecodeGroup(characters, destination, isLast, ref consumed);
        return DecodeAll(characters, destination, isLast, ref consumed);
    }

    int DecodeAll(ReadOnlySpan<byte> characters, Span<byte> destination, bool isLast, ref int consumed)
    {
        var plain = characters.IndexOf((byte)'=');
        var groups = (plain < 0 ? characters.Length : plain) / 4 * 4;
        if (groups == 0)
            return DecodeGroup(characters, destination, isLast, ref consumed);

        var status = Base64.DecodeFromUtf8(characters[..groups], destination, out var read, out var written);
        if (status == OperationStatus.InvalidData)
            throw Malformed();
        consumed += read;
        return written;
    }

    int DecodeGroup(ReadOnlySpan<byte> characters, Span<byte> destination, bool isLast, ref int consumed)
    {
        if (characters.Length < 4)
            return isLast && !characters.IsEmpty ? throw Malformed() : 0;

        if (Base64.DecodeFromUtf8(characters[..4], _group, out _, out _groupEnd) != OperationStatus.Done)
            throw Malformed();
        _groupStart = 0;
        _padded = characters[3] == '=';
        consumed += 4;
        return TakeGroup(destination);
    }

    int TakeGroup(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, _groupEnd - _groupStart);
        _group.AsSpan(_groupStart, count).CopyTo(destination);
        _groupStart += count;
        return count;
    }

    /// <summary>Moves the characters to the back of <paramref name="source"/>, in order, and tells how many they are.</summary>
    static int RemoveWhiteSpace(Span<byte> source)
    {
        var to = source.Length;
        var from = source.Length;
        while (from > 0)
        {
            var space = source[..from].LastIndexOfAny(WhiteSpace);
            var run = source[(space + 1)..from];
            to -= run.Length;
            run.CopyTo(source[to..]);
            from = Math.Max(space, 0);
        }

        return source.Length - to;
    }

    static ReadOnlySpan<byte> WhiteSpace => " \t\r\n"u8;

    static MimeRefusedException Malformed() => new(SoapRejectionReason.MimeTransferEncodingMalformed);
}
