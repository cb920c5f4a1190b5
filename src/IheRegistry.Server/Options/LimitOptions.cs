namespace IheRegistry.Server.Options;

/// <summary>What a request may cost. The defaults and their reasons stand in <see cref="OptionTable"/>.</summary>
/// <param name="SoapEnvelopeBytes">Most bytes of a SOAP envelope, documents inside it not counted.</param>
/// <param name="SoapMemoryBytes">Most bytes that large SOAP envelopes may take together.</param>
/// <param name="XmlDepth">Most elements inside each other.</param>
/// <param name="InlineDocumentBytes">Most bytes of the documents inside one envelope.</param>
/// <param name="DocumentBytes">Most bytes of any document.</param>
/// <param name="MessageParts">Most MIME parts of a message.</param>
/// <param name="SpoolMessageBytes">Most bytes that one message may spool.</param>
/// <param name="SpoolBytes">Most bytes that all messages together may spool.</param>
/// <param name="HttpIdle">How long an HTTP connection without a request is kept.</param>
/// <param name="HttpHeaders">How long the headers of a request may take.</param>
/// <param name="HttpBytesPerSecond">Least rate of a request body and of an answer.</param>
/// <param name="HttpConnections">Most HTTP connections at once.</param>
/// <param name="MllpMessageBytes">Most bytes of an MLLP message.</param>
/// <param name="MllpIdle">How long an MLLP connection without a message is kept.</param>
/// <param name="MllpMessageTime">How long an MLLP message may take from first byte to last.</param>
/// <param name="MllpConnections">Most MLLP connections at once.</param>
/// <param name="Drain">How long requests under way may take to end at stop.</param>
public sealed record LimitOptions(
    long SoapEnvelopeBytes,
    long SoapMemoryBytes,
    int XmlDepth,
    long InlineDocumentBytes,
    long DocumentBytes,
    int MessageParts,
    long SpoolMessageBytes,
    long SpoolBytes,
    TimeSpan HttpIdle,
    TimeSpan HttpHeaders,
    long HttpBytesPerSecond,
    int HttpConnections,
    long MllpMessageBytes,
    TimeSpan MllpIdle,
    TimeSpan MllpMessageTime,
    int MllpConnections,
    TimeSpan Drain)
{
    /// <summary>Most bytes of an envelope with documents in it: four characters of base64 hold three bytes.</summary>
    public long EnvelopeWithDocumentsBytes => SoapEnvelopeBytes + ((InlineDocumentBytes + 2) / 3 * 4);
}
