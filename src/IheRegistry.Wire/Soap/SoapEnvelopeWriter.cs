using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Writes what surrounds a body: the Envelope and its Header. The prefixes <c>s</c> and <c>a</c> stay in scope in the body.</summary>
public static class SoapEnvelopeWriter
{
    /// <summary>From the start of the document into the Body.</summary>
    public static void WriteStart(Utf8XmlWriter xml, SoapHeaders headers)
    {
        xml.Raw("<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\" xmlns:a=\"http://www.w3.org/2005/08/addressing\"><s:Header>"u8);
        xml.Raw("<a:Action s:mustUnderstand=\"1\">"u8);
        xml.Text(headers.Action);
        xml.Raw("</a:Action>"u8);
        if (headers.MessageId is not null)
            xml.Element("a:MessageID"u8, headers.MessageId);
        if (headers.RelatesTo is not null)
            xml.Element("a:RelatesTo"u8, headers.RelatesTo);
        if (headers.To is not null)
        {
            xml.Raw(headers.ToMustBeUnderstood ? "<a:To s:mustUnderstand=\"1\">"u8 : "<a:To>"u8);
            xml.Text(headers.To);
            xml.Raw("</a:To>"u8);
        }

        if (headers.ReplyTo is not null)
        {
            xml.Raw("<a:ReplyTo><a:Address>"u8);
            xml.Text(headers.ReplyTo);
            xml.Raw("</a:Address></a:ReplyTo>"u8);
        }

        xml.Raw(headers.Blocks.Span);
        xml.Raw("</s:Header><s:Body>"u8);
    }

    /// <summary>From the end of the Body's content to the end of the document.</summary>
    public static void WriteEnd(Utf8XmlWriter xml) => xml.Raw("</s:Body></s:Envelope>"u8);
}
