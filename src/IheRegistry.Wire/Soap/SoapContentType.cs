namespace IheRegistry.Wire.Soap;

/// <summary>The Content-Type of a SOAP message, simple or MTOM: what it says, and how it is built.</summary>
public sealed record SoapContentType
{
    const string SoapXml = "application/soap+xml";
    const string XopXml = "application/xop+xml";
    const string Multipart = "multipart/related";

    /// <summary>How the envelope is packaged.</summary>
    public SoapPackaging Packaging { get; private init; }

    /// <summary>The <c>action</c> parameter, also when it stands inside <c>start-info</c> (RFC 3902, and what MTOM senders do).</summary>
    public string? Action { get; private init; }

    /// <summary>The <c>boundary</c> of a multipart message.</summary>
    public string? Boundary { get; private init; }

    /// <summary>The <c>start</c> parameter: Content-ID of the root part, as sent.</summary>
    public string? Start { get; private init; }

    /// <summary>The <c>charset</c> of a simple message.</summary>
    public string? Charset { get; private init; }

    /// <summary>The Content-Type of a simple message.</summary>
    public static string Simple(string? action) =>
        action is null ? SoapXml + "; charset=utf-8" : $"{SoapXml}; charset=utf-8; action={Quote(action)}";

    /// <summary>The Content-Type of an MTOM message (MTOM 1.0 section 3.2, XOP 1.0 section 4.1).</summary>
    public static string Mtom(string boundary, string rootContentId, string? action)
    {
        var start = Quote($"<{rootContentId}>");
        var contentType = $"{Multipart}; type=\"{XopXml}\"; boundary={Quote(boundary)}; start={start}; start-info=\"{SoapXml}\"";
        return action is null ? contentType : $"{contentType}; action={Quote(action)}";
    }

    /// <summary>The Content-Type of an MTOM message's root part (XOP 1.0 section 4.1).</summary>
    public static string MtomRoot(string? action) =>
        action is null
            ? $"{XopXml}; charset=utf-8; type=\"{SoapXml}\""
            : $"{XopXml}; charset=utf-8; type=\"{SoapXml}\"; action={Quote(action)}";

    /// <summary>Parses a Content-Type; null when it is none that can carry SOAP.</summary>
    /// <remarks>
    /// <c>text/xml</c> and <c>application/xml</c> pass: the envelope itself tells its version, and a SOAP 1.1 sender deserves an answer that
    /// says so. So do multipart messages of any SOAP type or none.
    /// </remarks>
    public static SoapContentType? Parse(string? contentType)
    {
        var parameters = new ContentTypeParameters(contentType);
        var isMultipart = parameters.MediaTypeIs(Multipart);
        if (!isMultipart && !IsEnvelopeType(parameters.MediaType))
            return null;
        if (isMultipart && parameters["type"] is { Length: > 0 } type && !IsEnvelopeType(new ContentTypeParameters(type).MediaType))
            return null;

        return new SoapContentType
        {
            Packaging = isMultipart ? SoapPackaging.Mtom : SoapPackaging.Simple,
            Action = parameters["action"] ?? new ContentTypeParameters(parameters["start-info"])["action"],
            Boundary = parameters["boundary"],
            Start = parameters["start"],
            Charset = parameters["charset"],
        };
    }

    static bool IsEnvelopeType(ReadOnlySpan<char> mediaType) =>
        mediaType.Equals(SoapXml, StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals(XopXml, StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("text/xml", StringComparison.OrdinalIgnoreCase)
        || mediaType.Equals("application/xml", StringComparison.OrdinalIgnoreCase);

    static string Quote(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
