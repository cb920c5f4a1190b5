using System.Buffers;
using System.IO.Pipelines;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// Writes one SOAP message, simple or MTOM, into a pipe: <see cref="BeginEnvelope"/>, the body, <see cref="EndEnvelope"/>, for MTOM any
/// number of <see cref="WriteAttachmentAsync"/>, and <see cref="Complete"/>.
/// </summary>
/// <remarks>
/// Only <see cref="Complete"/> writes the closing boundary. To abort, do not call it: the receiver then sees that the message is not
/// whole (provided the transport is cut off too, where that adds an end of its own). The pipe is never completed here.
/// </remarks>
public sealed class SoapMessageWriter
{
    // Half of what Kestrel holds before a flush waits: the next piece is read, and checked by whoever gives it, while this one is sent.
    const int PieceSize = 32 * 1024;

    readonly PipeWriter _output;
    readonly Utf8XmlWriter _xml;
    readonly MultipartWriter? _multipart;

    SoapMessageWriter(PipeWriter output, MultipartWriter? multipart, string contentType)
    {
        _output = output;
        _xml = new Utf8XmlWriter(output);
        _multipart = multipart;
        ContentType = contentType;
    }

    /// <summary>The HTTP Content-Type of the message.</summary>
    public string ContentType { get; }

    /// <summary>How the message is packaged.</summary>
    public SoapPackaging Packaging => _multipart is null ? SoapPackaging.Simple : SoapPackaging.Mtom;

    /// <summary>A writer of one message.</summary>
    /// <param name="output">Where the message goes.</param>
    /// <param name="packaging">How it is packaged; an answer like its question.</param>
    /// <param name="action">The wsa:Action, repeated in the Content-Type.</param>
    public static SoapMessageWriter Create(PipeWriter output, SoapPackaging packaging, string action)
    {
        if (packaging == SoapPackaging.Simple)
            return new SoapMessageWriter(output, null, SoapContentType.Simple(action));

        var multipart = new MultipartWriter();
        return new SoapMessageWriter(output, multipart, SoapContentType.Mtom(multipart.Boundary, multipart.RootContentId, action));
    }

    /// <summary>Writes everything before the body's content, and gives the writer for that; call it once.</summary>
    public Utf8XmlWriter BeginEnvelope(SoapHeaders headers)
    {
        _multipart?.BeginRoot(_xml, headers.Action);
        SoapEnvelopeWriter.WriteStart(_xml, headers);
        return _xml;
    }

    /// <summary>Writes a stream as base64 text where the body's writer stands; for binary content in a simple message.</summary>
    public async ValueTask WriteBase64Async(Stream content, CancellationToken cancellationToken)
    {
        // Divisible by three, so that no padding appears before the end.
        var buffer = ArrayPool<byte>.Shared.Rent(PieceSize);
        var piece = buffer.AsMemory(0, PieceSize / 3 * 3);
        try
        {
            int count;
            while ((count = await content.ReadAtLeastAsync(piece, piece.Length, false, cancellationToken).ConfigureAwait(false)) > 0)
            {
                _xml.Base64(piece.Span[..count]);
                await FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes everything behind the body's content.</summary>
    public void EndEnvelope()
    {
        SoapEnvelopeWriter.WriteEnd(_xml);
        _xml.Flush();
    }

    /// <summary>Writes a stream as a MIME part; only for MTOM and after <see cref="EndEnvelope"/>.</summary>
    /// <param name="contentId">The Content-ID without brackets; see <see cref="XopInclude.Write"/>.</param>
    /// <param name="contentType">The part's Content-Type; line breaks and other controls in it are dropped.</param>
    /// <param name="content">The bytes; not disposed of.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async ValueTask WriteAttachmentAsync(string contentId, string contentType, Stream content, CancellationToken cancellationToken)
    {
        if (_multipart is null)
            throw new InvalidOperationException("A simple message has no attachments.");

        _multipart.BeginPart(_xml, contentId, contentType);
        _xml.Flush();
        int count;
        while ((count = await content.ReadAsync(_output.GetMemory(PieceSize), cancellationToken).ConfigureAwait(false)) > 0)
        {
            _output.Advance(count);
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the message. What is not flushed yet goes out when the pipe is completed, in one piece with the transport's own end.</summary>
    public void Complete()
    {
        _multipart?.Close(_xml);
        _xml.Flush();
    }

    /// <summary>Hands what is written so far to the transport, and waits while that is busy.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        _xml.Flush();
        var flush = await _output.FlushAsync(cancellationToken).ConfigureAwait(false);
        if (flush.IsCompleted || flush.IsCanceled)
            throw new IOException("The receiver of the message is gone.");
    }
}
