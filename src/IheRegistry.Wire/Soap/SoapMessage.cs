using System.Xml;
using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// A SOAP message whose head is read and accepted. The body is read through <see cref="ReadBody"/>, the MIME parts, which are still on
/// the wire, through <see cref="ReadNextPartAsync"/>. Everything it hands out is dead once it is disposed of.
/// </summary>
public sealed class SoapMessage : IAsyncDisposable
{
    // Envelope is level 0, Body 1, its child 2.
    const int BodyDepth = 1;

    readonly EnvelopeBuffer _buffer;
    readonly EnvelopeReaderPool _readers;
    readonly XmlDictionaryReader _xml;
    readonly PartsAfterRoot? _parts;
    bool _hasThrown;
    bool _disposed;

    internal SoapMessage(EnvelopeBuffer buffer, EnvelopeReaderPool readers, XmlDictionaryReader xml, PartsAfterRoot? parts)
    {
        _buffer = buffer;
        _readers = readers;
        _xml = xml;
        _parts = parts;
    }

    /// <summary>How the message was packaged; the answer is packaged alike.</summary>
    public SoapPackaging Packaging => _parts is null ? SoapPackaging.Simple : SoapPackaging.Mtom;

    /// <summary>The Content-Type it came with.</summary>
    public required SoapContentType ContentType { get; init; }

    /// <summary>What its header says.</summary>
    public required WsAddressing Addressing { get; init; }

    /// <summary>The body is a SOAP fault; <see cref="SoapFault.Read"/> reads it.</summary>
    public required bool IsFault { get; init; }

    /// <summary>The whole envelope as UTF-8, without byte order mark and XML declaration; what a signature in the header covers.</summary>
    public ReadOnlyMemory<byte> Envelope
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _buffer.Memory;
        }
    }

    /// <summary>
    /// Reads the body with <paramref name="read"/>, which gets the reader on the start tag of the body's only child, moves past at least that
    /// tag, and need not go on to its end; for a child that is not the message it reads, it returns null. Long text comes in several nodes: use the ReadContentAs and ReadElementContentAs methods.
    /// </summary>
    /// <returns>Null, or why the body is refused: not well-formed, nested too deep, another message, more than one child, something behind it.</returns>
    /// <remarks>Call it once. No effect may follow from what was read before it has returned null.</remarks>
    public SoapRejection? ReadBody<T>(Func<XmlDictionaryReader, T> read, out T? body)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        body = default;
        try
        {
            body = read(_xml);
            if (body is null) return Reject(SoapRejectionReason.BodyNotUnderstood);
            return EndBody() is { } reason ? Reject(reason) : null;
        }
        catch (Exception error) when (EnvelopeFlaws.Explains(error, _buffer))
        {
            body = default;
            _hasThrown = true;
            return Reject(EnvelopeFlaws.Explain(_buffer, _readers.Quotas));
        }
    }

    /// <summary>A rejection of this message, for a reason its reader finds later.</summary>
    public SoapRejection Reject(SoapRejectionReason reason) =>
        new(reason) { Packaging = Packaging, MessageId = Addressing.MessageId, Action = Addressing.Action, Addressing = Addressing };

    /// <summary>
    /// The next MIME part, the one before skipped; null when there is none, which for a multipart message means that its closing boundary
    /// was seen.
    /// </summary>
    /// <exception cref="MimeTruncatedException">The message ends before its closing boundary.</exception>
    /// <exception cref="MimeRefusedException">The part is refused for the reason given.</exception>
    public ValueTask<MimePart?> ReadNextPartAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _parts is null ? new ValueTask<MimePart?>((MimePart?)null) : _parts.ReadNextAsync(cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (_disposed)
            return ValueTask.CompletedTask;

        _disposed = true;
        if (!_hasThrown)
            _readers.Return(_xml);
        _buffer.Dispose();
        return _parts?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    SoapRejectionReason? EndBody()
    {
        while (_xml.Depth > BodyDepth)
        {
            // Whoever read the first child has left it by now, or stands inside it.
            if (_xml.NodeType == XmlNodeType.Element && _xml.Depth == BodyDepth + 1)
                return SoapRejectionReason.SeveralBodyChildren;
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && _xml.Depth == BodyDepth + 1)
                return SoapRejectionReason.TrailingContent;
            _xml.Read();
        }

        _xml.Read();
        if (_xml.MoveToContent() != XmlNodeType.EndElement)
            return SoapRejectionReason.TrailingContent;
        _xml.Read();
        return _xml.MoveToContent() == XmlNodeType.None ? null : SoapRejectionReason.TrailingContent;
    }
}
