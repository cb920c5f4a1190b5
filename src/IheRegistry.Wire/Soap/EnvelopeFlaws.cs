using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Names the flaw of an envelope at which the XML reader has thrown.</summary>
static class EnvelopeFlaws
{
    // The reader takes neither document types nor processing instructions, so an envelope that has one is refused for it, whatever else
    // may be wrong.
    internal static SoapRejectionReason Explain(ReadOnlySpan<byte> envelope, XmlDictionaryReader xml)
    {
        if (xml.Depth >= xml.Quotas.MaxDepth - 1)
            return SoapRejectionReason.NestedTooDeep;
        if (envelope.IndexOf("<!DOCTYPE"u8) >= 0)
            return SoapRejectionReason.DocumentTypeForbidden;
        if (envelope.IndexOf("<?"u8) >= 0)
            return SoapRejectionReason.ProcessingInstructionForbidden;
        return SoapRejectionReason.NotWellFormed;
    }
}
