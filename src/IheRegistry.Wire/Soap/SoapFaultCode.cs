namespace IheRegistry.Wire.Soap;

/// <summary>The fault codes of SOAP 1.2 part 1 section 5.4.6.</summary>
public enum SoapFaultCode
{
    /// <summary>The message is wrong; sent again unchanged it will fail again.</summary>
    Sender,

    /// <summary>The message may be right; it could not be processed.</summary>
    Receiver,

    /// <summary>The Envelope is not one of SOAP 1.2.</summary>
    VersionMismatch,

    /// <summary>A header block that must be understood was not.</summary>
    MustUnderstand,

    /// <summary>The data encoding is unknown; only read, never sent.</summary>
    DataEncodingUnknown,
}
