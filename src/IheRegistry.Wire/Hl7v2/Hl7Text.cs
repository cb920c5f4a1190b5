using System.Buffers;
using System.Globalization;
using System.Text;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Escape sequences (HL7 v2.5.1 section 2.7). Those for delimiters and bytes become characters and <c>\.br\</c> a line feed; other
/// formatting (<c>\H\</c>, <c>\N\</c>, <c>\.sp\</c>) and private sequences (<c>\Zxx\</c>) mean nothing outside formatted text
/// and stay as they are, as does a lone escape character.
/// </summary>
static class Hl7Text
{
    public static string Decode(Hl7Message message, ReadOnlySpan<byte> bytes)
    {
        var escape = message.Delimiters.Escape;
        return escape == 0 || !bytes.Contains(escape) ? message.Decode(bytes) : Unescape(message, bytes, escape);
    }

    static string Unescape(Hl7Message message, ReadOnlySpan<byte> bytes, byte escape)
    {
        var output = new ArrayBufferWriter<byte>(bytes.Length);
        while (true)
        {
            var open = bytes.IndexOf(escape);
            var length = open < 0 ? -1 : bytes[(open + 1)..].IndexOf(escape);
            if (length < 0) break;
            output.Write(bytes[..open]);
            var sequence = bytes.Slice(open, length + 2);
            if (TryResolve(message, sequence[1..^1], output))
            {
                bytes = bytes[(open + length + 2)..];
                continue;
            }

            // Not a sequence that we resolve: its end may as well be another one's beginning, except for those HL7 knows.
            var kept = IsKept(sequence[1..^1]) ? length + 2 : length + 1;
            output.Write(bytes.Slice(open, kept));
            bytes = bytes[(open + kept)..];
        }

        output.Write(bytes);
        return message.Decode(output.WrittenSpan);
    }

    static bool TryResolve(Hl7Message message, ReadOnlySpan<byte> sequence, ArrayBufferWriter<byte> output)
    {
        var delimiters = message.Delimiters;
        if (sequence.SequenceEqual(".br"u8)) output.Write("\n"u8);
        else if (sequence.Length > 1 && sequence[0] == 'X') return TryWriteHex(message, sequence[1..], output);
        else if (sequence.Length != 1 || Delimiter(sequence[0], delimiters) is not (> 0 and var character)) return false;
        else output.Write([character]);
        return true;
    }

    static byte Delimiter(byte letter, Hl7Delimiters delimiters) => letter switch
    {
        (byte)'F' => delimiters.Field,
        (byte)'S' => delimiters.Component,
        (byte)'T' => delimiters.Subcomponent,
        (byte)'R' => delimiters.Repetition,
        (byte)'E' => delimiters.Escape,
        (byte)'P' => delimiters.Truncation,
        _ => 0,
    };

    static bool TryWriteHex(Hl7Message message, ReadOnlySpan<byte> digits, ArrayBufferWriter<byte> output)
    {
        if (digits.Length % 2 != 0) return false;
        var bytes = new byte[digits.Length / 2];
        for (var i = 0; i < bytes.Length; i++)
            if (!byte.TryParse(digits.Slice(2 * i, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
                return false;

        // The bytes are of the character set as sent.
        if (message.Encoding == message.Charset.Encoding) output.Write(bytes);
        else output.Write(message.Encoding.GetBytes(message.Charset.Encoding.GetString(bytes)));
        return true;
    }

    static bool IsKept(ReadOnlySpan<byte> sequence) =>
        sequence.Length > 0 && sequence[0] is (byte)'H' or (byte)'N' or (byte)'.' or (byte)'Z' or (byte)'X' or (byte)'C' or (byte)'M';

    /// <summary>Writes text with everything escaped that would be read as a delimiter or break a frame.</summary>
    public static void Encode(ReadOnlySpan<char> text, Hl7Delimiters delimiters, Encoding encoding, IBufferWriter<byte> output)
    {
        while (!text.IsEmpty)
        {
            var plain = PlainLength(text, delimiters);
            if (plain > 0) encoding.GetBytes(text[..plain], output);
            if (plain == text.Length) return;
            WriteEscaped(text[plain], delimiters, output);
            text = text[(plain + 1)..];
        }
    }

    public static string Escape(string text, Hl7Delimiters delimiters)
    {
        if (PlainLength(text, delimiters) == text.Length) return text;
        var output = new ArrayBufferWriter<byte>(text.Length * 2);
        Encode(text, delimiters, Encoding.UTF8, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static string Unescape(string text, Hl7Delimiters delimiters)
    {
        var escape = (char)delimiters.Escape;
        if (!text.Contains(escape, StringComparison.Ordinal)) return text;
        var output = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == escape ? text.IndexOf(escape, i + 1) : -1;
            if (end < 0 || Character(text.AsSpan(i + 1, end - i - 1), delimiters) is not { } character)
            {
                output.Append(text[i]);
                continue;
            }

            output.Append(character);
            i = end;
        }

        return output.ToString();
    }

    static char? Character(ReadOnlySpan<char> sequence, Hl7Delimiters delimiters)
    {
        if (sequence is ['X', _, _] && byte.TryParse(sequence[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var control))
            return (char)control;
        return sequence is [<= (char)127 and var letter] && Delimiter((byte)letter, delimiters) is > 0 and var delimiter ? (char)delimiter : null;
    }

    static int PlainLength(ReadOnlySpan<char> text, Hl7Delimiters delimiters)
    {
        for (var i = 0; i < text.Length; i++)
            if (Letter(text[i], delimiters) != 0 || (text[i] < ' ' && text[i] != '\t')) return i;
        return text.Length;
    }

    static void WriteEscaped(char character, Hl7Delimiters delimiters, IBufferWriter<byte> output)
    {
        Span<byte> sequence = stackalloc byte[5];
        sequence[0] = delimiters.Escape;
        var letter = Letter(character, delimiters);
        var length = 2;
        if (letter != 0)
        {
            sequence[1] = letter;
        }
        else
        {
            // Segment ends and MLLP's frame characters are control characters.
            sequence[1] = (byte)'X';
            ((byte)character).TryFormat(sequence[2..], out _, "X2", CultureInfo.InvariantCulture);
            length = 4;
        }

        sequence[length] = delimiters.Escape;
        output.Write(sequence[..(length + 1)]);
    }

    static byte Letter(char character, Hl7Delimiters delimiters)
    {
        if (character is <= ' ' or >= '\u007F' || char.IsAsciiLetterOrDigit(character)) return 0;
        var value = (byte)character;
        if (value == delimiters.Field) return (byte)'F';
        if (value == delimiters.Component) return (byte)'S';
        if (value == delimiters.Subcomponent) return (byte)'T';
        if (value == delimiters.Repetition) return (byte)'R';
        if (value == delimiters.Escape) return (byte)'E';
        return value == delimiters.Truncation ? (byte)'P' : (byte)0;
    }
}
