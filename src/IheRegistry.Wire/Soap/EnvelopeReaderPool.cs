using System.Collections.Concurrent;
using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>XML readers to use again: making one costs more than reading a small envelope's head.</summary>
sealed class EnvelopeReaderPool(SoapLimits limits)
{
    // More than this many envelopes are parsed at once only on machines that can afford a few more readers.
    const int MaxReaders = 32;

    readonly ConcurrentQueue<XmlDictionaryReader> _readers = new();

    // Text, names and arrays are bounded by the envelope's own limit. Each level of nesting, each start tag has a quota of its own.
    internal XmlDictionaryReaderQuotas Quotas { get; } = new()
    {
        MaxDepth = limits.MaxDepth,
        MaxBytesPerRead = limits.MaxStartTagBytes,
        MaxNameTableCharCount = int.MaxValue,
        MaxArrayLength = int.MaxValue,
        MaxStringContentLength = int.MaxValue,
    };

    /// <summary>A reader at the start of UTF-8 bytes that carry neither byte order mark nor XML declaration.</summary>
    internal XmlDictionaryReader Rent(EnvelopeBuffer buffer)
    {
        if (!_readers.TryDequeue(out var reader))
            return XmlDictionaryReader.CreateTextReader(buffer.Array, buffer.Start, buffer.Length, null, Quotas, null);

        ((IXmlTextReaderInitializer)reader).SetInput(buffer.Array, buffer.Start, buffer.Length, null, Quotas, null);
        return reader;
    }

    /// <summary>Takes back a reader that nobody uses any more; not one that has thrown, its state being unknown.</summary>
    internal void Return(XmlDictionaryReader reader)
    {
        reader.Close();
        if (_readers.Count < MaxReaders && reader is IXmlTextReaderInitializer)
            _readers.Enqueue(reader);
    }
}
