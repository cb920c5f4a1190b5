using System.Buffers;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// Writes a message again in one form for all that mean the same: no delimiters behind the last value of a segment, field, repetition
/// or component, every segment ended by CR. Values, and the escapes in them, stay as they are.
/// </summary>
static class CanonicalEncoding
{
    const int HeaderNameLength = 3;

    public static void Write(Hl7Message message, IBufferWriter<byte> output)
    {
        if (message.Encoding == message.Charset.Encoding)
        {
            WriteSegments(message, output);
            return;
        }

        var decoded = new ArrayBufferWriter<byte>(message.Bytes.Length);
        WriteSegments(message, decoded);
        output.Write(message.Charset.Encoding.GetBytes(message.Decode(decoded.WrittenSpan)));
    }

    static void WriteSegments(Hl7Message message, IBufferWriter<byte> output)
    {
        foreach (var segment in message)
            if (TryWriteSegment(segment, message.Delimiters, output)) output.Write("\r"u8);
    }

    // A delimiter is written when a value follows; one of a larger part forgets those of smaller parts before it.
    static bool TryWriteSegment(Hl7Segment segment, Hl7Delimiters delimiters, IBufferWriter<byte> output)
    {
        ReadOnlySpan<byte> ranks = [delimiters.Field, delimiters.Repetition, delimiters.Component, delimiters.Subcomponent];
        Span<int> due = stackalloc int[ranks.Length];
        var bytes = segment.Bytes;
        var rest = bytes[LiteralLength(segment, delimiters.Field)..];
        output.Write(bytes[..^rest.Length]);
        // A line of nothing but delimiters is a blank one.
        var isEmpty = rest.Length == bytes.Length;
        while (!rest.IsEmpty)
        {
            var length = PlainLength(rest, ranks);
            if (length > 0)
            {
                WriteDue(ranks, due, output);
                output.Write(rest[..length]);
                isEmpty = false;
            }

            if (length == rest.Length) break;
            var rank = ranks.IndexOf(rest[length]);
            due[rank]++;
            due[(rank + 1)..].Clear();
            rest = rest[(length + 1)..];
        }

        return !isEmpty;
    }

    // The name, and MSH-1 and MSH-2, which hold delimiters themselves.
    static int LiteralLength(Hl7Segment segment, byte fieldSeparator)
    {
        var bytes = segment.Bytes;
        var name = segment.IsHeader && bytes.Length > HeaderNameLength ? HeaderNameLength + 1 : 0;
        var end = bytes[name..].IndexOf(fieldSeparator);
        return end < 0 ? bytes.Length : name + end;
    }

    // A delimiter that the message does not have is 0, which is also a byte like any other.
    static int PlainLength(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> ranks)
    {
        for (var i = 0; i < bytes.Length; i++)
            if (bytes[i] != 0 && ranks.Contains(bytes[i])) return i;
        return bytes.Length;
    }

    static void WriteDue(ReadOnlySpan<byte> ranks, Span<int> due, IBufferWriter<byte> output)
    {
        for (var rank = 0; rank < ranks.Length; rank++)
        {
            if (due[rank] == 0) continue;
            output.GetSpan(due[rank])[..due[rank]].Fill(ranks[rank]);
            output.Advance(due[rank]);
        }

        due.Clear();
    }
}
