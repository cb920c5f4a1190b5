using System.Buffers;
using System.Text;

namespace IheRegistry.Store.Patients;

/// <summary>Writes values in few bytes: numbers of seven bits a byte, texts and lists behind their length, fields behind a tag.</summary>
sealed class ContentWriter
{
    readonly ArrayBufferWriter<byte> _bytes = new(512);

    internal byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    internal void Byte(byte value)
    {
        _bytes.GetSpan(1)[0] = value;
        _bytes.Advance(1);
    }

    internal void Number(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) Byte((byte)(rest | 0x80));
        Byte((byte)rest);
    }

    internal void Long(long value)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    internal void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        _bytes.Advance(Encoding.UTF8.GetBytes(value, _bytes.GetSpan(length)));
    }

    internal void List<T>(IReadOnlyCollection<T> items, Action<ContentWriter, T> write)
    {
        Number(items.Count);
        foreach (var item in items) write(this, item);
    }

    /// <summary>A field that may be absent.</summary>
    internal void Field(byte tag, string? value)
    {
        if (value is null) return;
        Byte(tag);
        Text(value);
    }

    /// <summary>A field that may be absent.</summary>
    internal void Field<T>(byte tag, T? value, Action<ContentWriter, T> write)
        where T : class
    {
        if (value is null) return;
        Byte(tag);
        write(this, value);
    }

    /// <summary>A field that may be absent.</summary>
    internal void Field<T>(byte tag, IReadOnlyList<T>? items, Action<ContentWriter, T> write)
    {
        if (items is null) return;
        Byte(tag);
        List(items, write);
    }
}
