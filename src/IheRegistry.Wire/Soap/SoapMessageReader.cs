using System.Collections.Frozen;
using System.IO.Pipelines;
using System.Xml;
using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// Reads SOAP 1.2 messages with WS-Addressing, simple or MTOM. The envelope is taken into a pooled buffer whole, within its limit, and
/// parsed synchronously; MIME parts stay on the wire until they are asked for. An action in the HTTP headers is ignored, as ITI TF-2
/// V.3.2.1.3 (IHE-WSP211) asks: wsa:Action decides.
/// </summary>
/// <param name="limits">What is taken at most.</param>
/// <param name="understoodHeaders">
/// Header blocks, beside those of WS-Addressing, that whoever acts on the message understands when they say mustUnderstand.
/// </param>
public sealed class SoapMessageReader(SoapLimits limits, IEnumerable<XmlQualifiedName>? understoodHeaders = null)
{
    readonly FrozenSet<XmlQualifiedName> _understood = (understoodHeaders ?? []).ToFrozenSet();
    readonly EnvelopeReaderPool _readers = new(limits);

    /// <summary>Reads a message up to its body's first element.</summary>
    /// <param name="body">The HTTP body. It is not completed here, and after a rejection not read to its end.</param>
    /// <param name="contentType">The HTTP Content-Type.</param>
    /// <param name="kind">Request or answer.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<SoapReadResult> ReadAsync(
        PipeReader body, string? contentType, SoapMessageKind kind, CancellationToken cancellationToken = default)
    {
        if (SoapContentType.Parse(contentType) is not { } type)
            return new(new SoapRejection(SoapRejectionReason.UnsupportedMediaType));

        var buffer = new EnvelopeBuffer(limits);
        PartsAfterRoot? parts = null;
        SoapMessage? message = null;
        try
        {
            SoapRejectionReason? flaw;
            var charset = type.Charset;
            if (type.Packaging == SoapPackaging.Simple)
                flaw = await buffer.FillAsync(body, cancellationToken).ConfigureAwait(false);
            else
                (flaw, parts, charset) = await ReadRootAsync(body, type, buffer, cancellationToken).ConfigureAwait(false);

            flaw ??= buffer.Length == 0 ? SoapRejectionReason.EmptyMessage : EnvelopeEncoding.ToUtf8(buffer, charset);
            if (flaw is { } reason)
                return new(new SoapRejection(reason) { Packaging = type.Packaging });

            var result = ReadHead(buffer, parts, type, kind);
            message = result.Message;
            return result;
        }
        finally
        {
            if (message is null)
            {
                buffer.Dispose();
                if (parts is not null)
                    await parts.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    /// <summary>Reads parts up to the root, which goes into the buffer, those before it aside.</summary>
    async ValueTask<(SoapRejectionReason? Flaw, PartsAfterRoot? Parts, string? Charset)> ReadRootAsync(
        PipeReader body, SoapContentType type, EnvelopeBuffer buffer, CancellationToken cancellationToken)
    {
        if (MimeBoundary.Of(type.Boundary) is not { } boundary)
            return (SoapRejectionReason.MimeBoundaryUnusable, null, null);

        var multipart = new MultipartReader(body, boundary, limits.Mime);
        var before = new SpooledParts(limits);
        var parts = new PartsAfterRoot(before, multipart);
        var start = string.IsNullOrWhiteSpace(type.Start) ? null : ContentId.Normalise(type.Start);
        try
        {
            while (await multipart.ReadNextPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
            {
                if (start is not null && part.ContentId != start)
                {
                    await before.AddAsync(part, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                var flaw = await buffer.FillAsync(part.Content, cancellationToken).ConfigureAwait(false);
                var handedOver = parts;
                parts = null;
                return (flaw, handedOver, new ContentTypeParameters(part.ContentType)["charset"]);
            }

            return (SoapRejectionReason.MimeRootMissing, null, null);
        }
        catch (MimeRefusedException refused)
        {
            return (refused.Reason, null, null);
        }
        finally
        {
            if (parts is not null)
                await parts.DisposeAsync().ConfigureAwait(false);
        }
    }

    SoapReadResult ReadHead(EnvelopeBuffer buffer, PartsAfterRoot? parts, SoapContentType type, SoapMessageKind kind)
    {
        if (EnvelopeFlaws.Find(buffer, limits) is { } hidden)
            return new(new SoapRejection(hidden) { Packaging = type.Packaging });

        SoapHeaderReader? header = null;
        SoapRejection? rejection;
        try
        {
            var xml = _readers.Rent(buffer);
            header = new SoapHeaderReader(xml, limits, _understood);
            if (ReadEnvelope(xml, header) is { } flaw)
                rejection = new SoapRejection(flaw);
            else if ((rejection = header.Check(kind, out var addressing)) is null)
            {
                return new(new SoapMessage(buffer, _readers, xml, parts)
                {
                    ContentType = type,
                    Addressing = addressing,
                    IsFault = xml.IsStartElement(SoapNames.Fault, SoapNames.Soap12),
                });
            }

            _readers.Return(xml);
        }
        catch (Exception error) when (EnvelopeFlaws.Explains(error, buffer))
        {
            rejection = new SoapRejection(EnvelopeFlaws.Explain(buffer, _readers.Quotas));
        }

        return new(rejection with { Packaging = type.Packaging, MessageId = header?.MessageId });
    }

    /// <summary>From the start of the document to the start tag of the body's first child.</summary>
    static SoapRejectionReason? ReadEnvelope(XmlDictionaryReader xml, SoapHeaderReader header)
    {
        if (xml.MoveToContent() != XmlNodeType.Element)
            return SoapRejectionReason.NotWellFormed;
        if (!xml.IsLocalName(SoapNames.Envelope))
            return SoapRejectionReason.NotAnEnvelope;
        if (!xml.IsNamespaceUri(SoapNames.Soap12))
            return xml.IsNamespaceUri(SoapNames.Soap11) ? SoapRejectionReason.Soap11 : SoapRejectionReason.UnknownSoapVersion;
        if (xml.IsEmptyElement)
            return SoapRejectionReason.BodyMissing;

        xml.Read();
        if (xml.MoveToContent() == XmlNodeType.Element && xml.IsStartElement(SoapNames.Header, SoapNames.Soap12))
            header.ReadHeader();
        if (xml.MoveToContent() == XmlNodeType.EndElement)
            return SoapRejectionReason.BodyMissing;
        if (xml.NodeType != XmlNodeType.Element || !xml.IsStartElement(SoapNames.Body, SoapNames.Soap12))
            return SoapRejectionReason.EnvelopeMalformed;
        if (xml.IsEmptyElement)
            return SoapRejectionReason.BodyEmpty;

        xml.Read();
        return xml.MoveToContent() switch
        {
            XmlNodeType.Element => null,
            XmlNodeType.EndElement => SoapRejectionReason.BodyEmpty,
            _ => SoapRejectionReason.EnvelopeMalformed,
        };
    }
}
