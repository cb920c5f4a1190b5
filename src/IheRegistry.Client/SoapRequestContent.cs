using System.IO.Pipelines;
using System.Net;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Client;

/// <summary>Writes the child of a request's Body.</summary>
delegate ValueTask BodyWriter(SoapMessageWriter message, Utf8XmlWriter xml, CancellationToken cancellationToken);

/// <summary>A MIME part of a request.</summary>
sealed record Attachment(string ContentId, string MimeType, Stream Content);

/// <summary>A request's message, written while it is sent: nothing but what the pipe holds is in memory.</summary>
sealed class SoapRequestContent : HttpContent
{
    readonly Pipe _pipe = new();
    readonly SoapMessageWriter _writer;
    readonly SoapHeaders _headers;
    readonly BodyWriter _body;
    readonly IReadOnlyList<Attachment> _attachments;

    internal SoapRequestContent(SoapPackaging packaging, SoapHeaders headers, BodyWriter body, IReadOnlyList<Attachment> attachments)
    {
        (_headers, _body, _attachments) = (headers, body, attachments);
        // The boundary is drawn here, and stands in the Content-Type before the first byte goes out.
        _writer = SoapMessageWriter.Create(_pipe.Writer, packaging, headers.Action);
        Headers.TryAddWithoutValidation("Content-Type", _writer.ContentType);
    }

    /// <inheritdoc />
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc />
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writing = WriteAsync(cancellationToken);
        try
        {
            await _pipe.Reader.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await _pipe.Reader.CompleteAsync().ConfigureAwait(false);
            await writing.ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    // A document that cannot be read breaks the copying too, so that the peer never sees a closing boundary.
    async Task WriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            var xml = _writer.BeginEnvelope(_headers);
            await _body(_writer, xml, cancellationToken).ConfigureAwait(false);
            _writer.EndEnvelope();
            foreach (var (contentId, mimeType, content) in _attachments)
                await _writer.WriteAttachmentAsync(contentId, mimeType, content, cancellationToken).ConfigureAwait(false);
            _writer.Complete();
            await _pipe.Writer.CompleteAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await _pipe.Writer.CompleteAsync(error).ConfigureAwait(false);
            throw;
        }
    }
}
