namespace IheRegistry.Wire.Soap;

/// <summary>Every reason for which a SOAP message or its MIME packaging is refused; <see cref="SoapFault.From"/> words each of them.</summary>
public enum SoapRejectionReason
{
    /// <summary>The Content-Type is neither SOAP nor multipart/related.</summary>
    UnsupportedMediaType,

    /// <summary>The character encoding, declared or detected, is not one this platform knows.</summary>
    UnsupportedCharset,

    /// <summary>There is no body at all.</summary>
    EmptyMessage,

    /// <summary>multipart/related without a usable <c>boundary</c> parameter.</summary>
    MimeBoundaryUnusable,

    /// <summary>The multipart body ended before its closing boundary.</summary>
    MimeTruncated,

    /// <summary>A part's header fields, or what precedes the first boundary, exceed the limit.</summary>
    MimePartHeadersTooLarge,

    /// <summary>More parts than the limit allows.</summary>
    MimeTooManyParts,

    /// <summary>Two parts carry the same Content-ID.</summary>
    MimeDuplicateContentId,

    /// <summary>No part is the root that the <c>start</c> parameter names, or there is no part.</summary>
    MimeRootMissing,

    /// <summary>The parts that precede the root exceed the limit for keeping them aside.</summary>
    MimePartsBeforeRootTooLarge,

    /// <summary>There is no room at present to keep the parts that precede the root aside.</summary>
    SpoolFull,

    /// <summary>A Content-Transfer-Encoding that RFC 2045 does not define.</summary>
    MimeTransferEncodingUnknown,

    /// <summary>A part is not what its Content-Transfer-Encoding says.</summary>
    MimeTransferEncodingMalformed,

    /// <summary>The envelope exceeds the limit.</summary>
    EnvelopeTooLarge,

    /// <summary>There is no room for a large envelope beside those of other messages.</summary>
    EnvelopeMemoryFull,

    /// <summary>The envelope is not well-formed XML 1.0.</summary>
    NotWellFormed,

    /// <summary>The envelope carries a document type declaration, which SOAP 1.2 part 1 section 5 forbids.</summary>
    DocumentTypeForbidden,

    /// <summary>The envelope carries a processing instruction, which SOAP 1.2 part 1 section 5 forbids.</summary>
    ProcessingInstructionForbidden,

    /// <summary>Elements are nested deeper than the limit.</summary>
    NestedTooDeep,

    /// <summary>So many namespace declarations are in scope that resolving names would take unreasonable time.</summary>
    TooManyNamespaces,

    /// <summary>The document element is not an Envelope.</summary>
    NotAnEnvelope,

    /// <summary>A SOAP 1.1 envelope.</summary>
    Soap11,

    /// <summary>An Envelope in a namespace that is neither SOAP 1.2's nor 1.1's.</summary>
    UnknownSoapVersion,

    /// <summary>Something other than a Header and a Body stands in the Envelope.</summary>
    EnvelopeMalformed,

    /// <summary>A header block that must be understood is not.</summary>
    HeaderNotUnderstood,

    /// <summary>A mustUnderstand attribute is not a boolean.</summary>
    MustUnderstandMalformed,

    /// <summary>No wsa:Action.</summary>
    ActionMissing,

    /// <summary>A request without wsa:MessageID.</summary>
    MessageIdMissing,

    /// <summary>A WS-Addressing header that may occur once occurs twice.</summary>
    AddressingHeaderRepeated,

    /// <summary>A WS-Addressing header is empty, too long, or has elements where text belongs.</summary>
    AddressingHeaderMalformed,

    /// <summary>An endpoint reference without wsa:Address.</summary>
    AddressMissing,

    /// <summary>wsa:Action names no transaction of this endpoint.</summary>
    ActionNotSupported,

    /// <summary>wsa:ReplyTo or wsa:FaultTo names another address than the anonymous one.</summary>
    OnlyAnonymousAddressSupported,

    /// <summary>wsa:ReplyTo or wsa:FaultTo names an address to which this server sends nothing.</summary>
    AddressRefused,

    /// <summary>There is no room at present to keep an answer that is to be sent to an address of its own.</summary>
    NoRoomForAnswer,

    /// <summary>The Envelope has no Body.</summary>
    BodyMissing,

    /// <summary>The Body has no child element.</summary>
    BodyEmpty,

    /// <summary>The Body has more than one child element.</summary>
    SeveralBodyChildren,

    /// <summary>Something follows the Body or the Envelope.</summary>
    TrailingContent,

    /// <summary>The Body's child element is not the one the action calls for.</summary>
    BodyNotUnderstood,

    /// <summary>The Body's child element is the right one, and a value in it is not of its type.</summary>
    BodyMalformed,
}
