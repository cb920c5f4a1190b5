using System.Buffers.Binary;
using System.Text;

namespace IheRegistry.Store.Patients;

/// <summary>Reads what a <see cref="ContentWriter"/> wrote.</summary>
ref struct ContentReader(ReadOnlySpan<byte> bytes)
{
    ReadOnlySpan<byte> _rest = bytes;

    internal delegate T Item<out T>(ref ContentReader reader);

    internal byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    internal int Number()
    {
        var value = 0u;
        for (var shift = 0; ; shift += 7)
        {
            var next = Byte();
            value |= (next & 0x7Fu) << shift;
            if (next < 0x80) return (int)value;
        }
    }

    internal long Long()
    {
        var value = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[sizeof(long)..];
        return value;
    }

    internal string Text()
    {
        var length = Number();
        var value = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return value;
    }

    internal T[] List<T>(Item<T> read)
    {
        var items = new T[Number()];
        for (var i = 0; i < items.Length; i++) items[i] = read(ref this);
        return items;
    }
}
