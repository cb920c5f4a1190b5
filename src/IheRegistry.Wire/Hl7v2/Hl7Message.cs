using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>
/// An HL7 v2 message of any version in the delimited encoding (ER7): a readonly view of its bytes and the offsets of its fields.
/// Text becomes a string when it is asked for. The message lives as long as the bytes it was read from, unless their character set
/// made a copy necessary. <c>message["PID"][3]</c> is PID-3 of the first PID.
/// </summary>
public sealed class Hl7Message
{
    readonly ReadOnlyMemory<byte> _bytes;

    internal Hl7Message(ReadOnlyMemory<byte> bytes, Encoding encoding, Hl7Charset charset, Hl7Delimiters delimiters, Hl7Index index)
    {
        _bytes = bytes;
        Encoding = encoding;
        Charset = charset;
        Delimiters = delimiters;
        Index = index;
    }

    /// <summary>The delimiters that MSH-1 and MSH-2 set.</summary>
    public Hl7Delimiters Delimiters { get; }

    /// <summary>The character set of the message as it came, in which it is answered.</summary>
    public Hl7Charset Charset { get; }

    /// <summary>The message's bytes; UTF-8 where the character set as sent could not be cut by bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>The header segment.</summary>
    public Hl7Segment Header => new(this, 0);

    /// <summary>The number of segments, blank lines not counted.</summary>
    public int SegmentCount => Index.SegmentCount;

    /// <summary>MSH-12, the version id, without its internationalization parts.</summary>
    public string Version => Header[12].Text;

    /// <summary>MSH-9.1, the message type such as <c>ADT</c>.</summary>
    public string MessageType => Header[9][1].Text;

    /// <summary>MSH-9.2, the trigger event such as <c>A01</c>; empty in HL7 2.1, where it is in EVN-1.</summary>
    public string TriggerEvent => Header[9][2].Text;

    /// <summary>MSH-10, which the acknowledgement repeats.</summary>
    public string ControlId => Header[10].Text;

    /// <summary>The encoding of <see cref="Bytes"/>.</summary>
    internal Encoding Encoding { get; }

    internal Hl7Index Index { get; }

    internal ReadOnlySpan<byte> Span => _bytes.Span;

    /// <summary>The segment at a place, from 0.</summary>
    public Hl7Segment this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, SegmentCount);
            return new Hl7Segment(this, index);
        }
    }

    /// <summary>The first segment of a name; one that is not there reads as empty.</summary>
    public Hl7Segment this[string name]
    {
        get
        {
            foreach (var segment in this)
                if (segment.Is(name)) return segment;
            return default;
        }
    }

    /// <summary>Reads a message; where that fails the refusal says why. Bytes of any kind never throw.</summary>
    public static bool TryRead(
        ReadOnlyMemory<byte> bytes, Hl7ReadOptions options, [NotNullWhen(true)] out Hl7Message? message, out Hl7Refusal refusal) =>
        Hl7MessageReader.TryRead(bytes, options, out message, out refusal);

    /// <summary>
    /// Reads the first segment only, forgiving wrong characters: enough to answer a message that is refused or not complete.
    /// </summary>
    public static bool TryReadHeader(ReadOnlyMemory<byte> bytes, [NotNullWhen(true)] out Hl7Message? header) =>
        Hl7MessageReader.TryReadHeader(bytes, out header);

    /// <summary>
    /// Writes the message in canonical form, in its own delimiters and character set: no delimiters behind the last value of anything,
    /// every segment ended by CR. Segments that are not known stay as they are.
    /// </summary>
    public void WriteTo(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        CanonicalEncoding.Write(this, output);
    }

    /// <summary>Walks the segments.</summary>
    public Enumerator GetEnumerator() => new(this);

    internal string Decode(ReadOnlySpan<byte> bytes) => Encoding.GetString(bytes);

    /// <summary>Walks the segments of a message.</summary>
    public struct Enumerator
    {
        readonly Hl7Message _message;
        int _index;

        internal Enumerator(Hl7Message message)
        {
            _message = message;
            _index = -1;
        }

        /// <summary>The segment.</summary>
        public readonly Hl7Segment Current => new(_message, _index);

        /// <summary>Goes to the next segment.</summary>
        public bool MoveNext() => ++_index < _message.SegmentCount;
    }
}
