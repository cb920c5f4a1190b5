using System.Buffers.Text;
using System.Text;
using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>
/// What the fast XML reader leaves open: flaws it does not see, and the reason why it threw.
/// </summary>
static class EnvelopeFlaws
{
    static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Flaws to find before the fast reader sees the envelope; null when there are none.</summary>
    internal static SoapRejectionReason? Find(EnvelopeBuffer buffer, SoapLimits limits)
    {
        // Real messages end at the two counts below, which run at memory speed.
        if (buffer.Span.Count("xmlns"u8) > limits.MaxNamespacesInScope)
        {
            if (NamespaceScopes.Find(buffer.Span, limits) is { } flaw)
                return flaw;
        }

        return HasIllegalReference(buffer.Span) && !IsWellFormed(buffer) ? SoapRejectionReason.NotWellFormed : null;
    }

    /// <summary>
    /// Whether a flaw of the envelope is what a reader of it has thrown for. At a name that is empty behind its prefix the fast reader
    /// throws as if its caller were to blame.
    /// </summary>
    internal static bool Explains(Exception error, EnvelopeBuffer buffer) =>
        error is XmlException || (error is ArgumentException && !IsWellFormed(buffer));

    /// <summary>Names the flaw at which a reader of this envelope has thrown.</summary>
    internal static SoapRejectionReason Explain(EnvelopeBuffer buffer, XmlDictionaryReaderQuotas quotas)
    {
        var levels = 0;
        try
        {
            using var xml = XmlDictionaryReader.CreateTextReader(buffer.Array, buffer.Start, buffer.Length, null, quotas, null);
            while (xml.Read())
                levels = xml.Depth + 1;
        }
        catch (Exception error) when (error is XmlException or ArgumentException)
        {
            return Explain(buffer.Span, levels >= quotas.MaxDepth);
        }

        // All of it reads: it was the one who read the body that found a value of another type than it expects.
        return SoapRejectionReason.BodyMalformed;
    }

    // The reader takes neither document types nor processing instructions, so an envelope that has one is refused for it, whatever else
    // may be wrong.
    static SoapRejectionReason Explain(ReadOnlySpan<byte> envelope, bool isAtDepthLimit)
    {
        if (isAtDepthLimit)
            return SoapRejectionReason.NestedTooDeep;
        if (envelope.IndexOf("<!DOCTYPE"u8) >= 0)
            return SoapRejectionReason.DocumentTypeForbidden;
        return envelope.IndexOf("<?"u8) >= 0 ? SoapRejectionReason.ProcessingInstructionForbidden : SoapRejectionReason.NotWellFormed;
    }

    /// <summary>
    /// The fast reader takes <c>&amp;#0;</c> and lone surrogates. True also for what only looks like such a reference, in a comment or CDATA.
    /// </summary>
    static bool HasIllegalReference(ReadOnlySpan<byte> rest)
    {
        int at;
        while ((at = rest.IndexOf("&#"u8)) >= 0)
        {
            rest = rest[(at + 2)..];
            if (!IsLegal(rest))
                return true;
        }

        return false;
    }

    static bool IsLegal(ReadOnlySpan<byte> reference)
    {
        uint code;
        int length;
        var parsed = reference is [(byte)'x', ..]
            ? Utf8Parser.TryParse(reference[1..], out code, out length, 'X')
            : Utf8Parser.TryParse(reference, out code, out length);
        // XML 1.0 section 2.2, production Char.
        return parsed && Rune.IsValid(code) && code is 0x9 or 0xA or 0xD or (>= 0x20 and < 0xFFFE) or > 0xFFFF;
    }

    static bool IsWellFormed(EnvelopeBuffer buffer)
    {
        try
        {
            using var xml = XmlReader.Create(new MemoryStream(buffer.Array, buffer.Start, buffer.Length), Strict);
            while (xml.Read())
            {
            }

            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
