using System.Buffers;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>
/// A narrative block (CDA R2 4.3.5) that is safe to pass on: elements and attributes of the narrative schema only, in the order that it
/// asks for, without anything that runs, loads or refers to what is not there. All text of what was read is in it.
/// </summary>
public sealed class Narrative
{
    readonly ReadOnlyMemory<byte> _xml;

    internal Narrative(ReadOnlyMemory<byte> xml) => _xml = xml;

    /// <summary>No narrative.</summary>
    public static Narrative Empty { get; } = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>True when it says nothing.</summary>
    public bool IsEmpty => _xml.IsEmpty;

    /// <summary>Bytes of it.</summary>
    public int Length => _xml.Length;

    /// <summary>Makes a narrative of what is written, whose names and nesting are the writer's to get right.</summary>
    public static Narrative Write(Action<Utf8XmlWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(buffer);
        write(xml);
        xml.Flush();
        return new Narrative(buffer.WrittenMemory);
    }

    /// <summary>Writes it into an element of the CDA namespace.</summary>
    internal void WriteTo(Utf8XmlWriter xml) => xml.Raw(_xml.Span);
}
