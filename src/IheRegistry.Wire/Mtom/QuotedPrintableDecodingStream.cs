using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>Undoes quoted-printable (RFC 2045 section 6.7).</summary>
sealed class QuotedPrintableDecodingStream(Stream encoded) : DecodingStream(encoded)
{
    /// <inheritdoc />
    protected override int Decode(Span<byte> source, Span<byte> destination, bool isLast, out int consumed)
    {
        var written = 0;
        consumed = 0;
        while (written < destination.Length && consumed < source.Length)
        {
            var rest = source[consumed..];
            var escape = rest.IndexOf((byte)'=');
            if (escape != 0)
            {
                var count = Math.Min(escape < 0 ? rest.Length : escape, destination.Length - written);
                rest[..count].CopyTo(destination[written..]);
                written += count;
                consumed += count;
                continue;
            }

            var length = EscapeLength(rest, isLast, out var value);
            if (length == 0)
                break;
            consumed += length;
            if (value >= 0)
                destination[written++] = (byte)value;
        }

        return written;
    }

    /// <summary>Length of the escape at the start, zero when it is not whole yet; its value, negative for a soft line break.</summary>
    static int EscapeLength(ReadOnlySpan<byte> rest, bool isLast, out int value)
    {
        value = -1;
        switch (rest[1..])
        {
            case [(byte)'\n', ..]:
                return 2;
            case [(byte)'\r', (byte)'\n', ..]:
                return 3;
            case [var high, var low, ..] when char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low):
                value = (HexValue(high) << 4) | HexValue(low);
                return 3;
            case [] or [_] when !isLast:
                return 0;
            case [] or [(byte)'\r']:
                return rest.Length;
            default:
                throw new MimeRefusedException(SoapRejectionReason.MimeTransferEncodingMalformed);
        }
    }

    static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
