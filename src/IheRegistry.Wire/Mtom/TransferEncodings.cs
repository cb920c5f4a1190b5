using IheRegistry.Wire.Soap;

namespace IheRegistry.Wire.Mtom;

/// <summary>The Content-Transfer-Encodings of RFC 2045 section 6.</summary>
static class TransferEncodings
{
    /// <summary>The content with the encoding undone, in flight.</summary>
    internal static Stream Decode(Stream content, string? transferEncoding)
    {
        var name = (transferEncoding ?? "").AsSpan().Trim();
        if (Is(name, "") || Is(name, "binary") || Is(name, "8bit") || Is(name, "7bit"))
            return content;
        if (Is(name, "base64"))
            return new Base64DecodingStream(content);
        if (Is(name, "quoted-printable"))
            return new QuotedPrintableDecodingStream(content);
        throw new MimeRefusedException(SoapRejectionReason.MimeTransferEncodingUnknown);
    }

    static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
