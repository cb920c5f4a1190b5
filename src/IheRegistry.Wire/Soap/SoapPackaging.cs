namespace IheRegistry.Wire.Soap;

/// <summary>How an envelope travels in HTTP.</summary>
public enum SoapPackaging
{
    /// <summary>The envelope alone, <c>application/soap+xml</c>.</summary>
    Simple,

    /// <summary>The envelope as root of a <c>multipart/related</c> message, binary content in parts of its own (MTOM).</summary>
    Mtom,
}
