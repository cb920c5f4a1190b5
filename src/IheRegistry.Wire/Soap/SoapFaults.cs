using System.Xml;

namespace IheRegistry.Wire.Soap;

/// <summary>Which fault answers which rejection.</summary>
static class SoapFaults
{
    const int ContentTooLarge = 413;
    const int UnsupportedMediaType = 415;

    internal static SoapFault Of(SoapRejection rejection) => rejection.Reason switch
    {
        SoapRejectionReason.UnsupportedMediaType =>
            Sender("The Content-Type must be application/soap+xml or multipart/related.", UnsupportedMediaType),
        SoapRejectionReason.UnsupportedCharset => Sender("The character encoding of the envelope is not supported.", UnsupportedMediaType),
        SoapRejectionReason.EmptyMessage => Sender("The message is empty."),
        SoapRejectionReason.MimeBoundaryUnusable => Sender("The multipart/related Content-Type has no usable boundary parameter."),
        SoapRejectionReason.MimeTruncated => Sender("The multipart message ends before its closing boundary."),
        SoapRejectionReason.MimePartHeadersTooLarge =>
            Sender("The header fields of a MIME part, or the bytes before the first boundary, are too large.", ContentTooLarge),
        SoapRejectionReason.MimeTooManyParts => Sender("The message has too many MIME parts.", ContentTooLarge),
        SoapRejectionReason.MimeDuplicateContentId => Sender("Two MIME parts have the same Content-ID."),
        SoapRejectionReason.MimeRootMissing => Sender("The multipart message has no root part: none has the Content-ID that start names."),
        SoapRejectionReason.MimePartsBeforeRootTooLarge => Sender("The MIME parts before the root part are too large.", ContentTooLarge),
        SoapRejectionReason.SpoolFull => new SoapFault(
            SoapFaultCode.Receiver, "There is no room at present to keep MIME parts that come before the root part; try again later."),
        SoapRejectionReason.MimeTransferEncodingUnknown => Sender("A MIME part has an unknown Content-Transfer-Encoding."),
        SoapRejectionReason.MimeTransferEncodingMalformed => Sender("A MIME part is not encoded as its Content-Transfer-Encoding says."),
        SoapRejectionReason.EnvelopeTooLarge => Sender("The SOAP envelope is too large.", ContentTooLarge),
        SoapRejectionReason.EnvelopeMemoryFull => new SoapFault(
            SoapFaultCode.Receiver, "There is no room at present for a SOAP envelope of this size; send documents as attachments, or try again later."),
        SoapRejectionReason.NotWellFormed => Sender("The SOAP envelope is not well-formed XML, or has a start tag beyond the limit."),
        SoapRejectionReason.DocumentTypeForbidden => Sender("The SOAP envelope must not have a document type declaration."),
        SoapRejectionReason.ProcessingInstructionForbidden => Sender("The SOAP envelope must not have processing instructions."),
        SoapRejectionReason.NestedTooDeep => Sender("The elements of the SOAP envelope are nested too deep."),
        SoapRejectionReason.TooManyNamespaces => Sender("The SOAP envelope declares too many namespaces."),
        SoapRejectionReason.NotAnEnvelope => Sender("The document element is not a SOAP Envelope."),
        SoapRejectionReason.Soap11 => VersionMismatch() with { InSoap11 = true },
        SoapRejectionReason.UnknownSoapVersion => VersionMismatch(),
        SoapRejectionReason.EnvelopeMalformed => Sender("The SOAP Envelope holds something other than a Header and a Body with elements."),
        SoapRejectionReason.HeaderNotUnderstood => new SoapFault(SoapFaultCode.MustUnderstand, "A header that must be understood is not.")
        {
            NotUnderstood = rejection.Headers,
        },
        SoapRejectionReason.MustUnderstandMalformed => Sender("A mustUnderstand attribute is neither true nor false."),
        SoapRejectionReason.ActionMissing => Addressing(rejection, "The header wsa:Action is missing.", "MessageAddressingHeaderRequired"),
        SoapRejectionReason.MessageIdMissing => Addressing(rejection, "The header wsa:MessageID is missing.", "MessageAddressingHeaderRequired"),
        SoapRejectionReason.AddressingHeaderRepeated =>
            Addressing(rejection, "A WS-Addressing header occurs more than once.", "InvalidAddressingHeader", "InvalidCardinality"),
        SoapRejectionReason.AddressingHeaderMalformed =>
            Addressing(rejection, "A WS-Addressing header is empty, too long or not plain text.", "InvalidAddressingHeader"),
        SoapRejectionReason.AddressMissing =>
            Addressing(rejection, "An endpoint reference has no wsa:Address.", "InvalidAddressingHeader", "MissingAddressInEPR"),
        SoapRejectionReason.ActionNotSupported =>
            Addressing(rejection, "The wsa:Action is not supported at this endpoint.", "ActionNotSupported") with
            {
                ProblemAction = rejection.Action,
            },
        SoapRejectionReason.OnlyAnonymousAddressSupported =>
            Addressing(rejection, "Answers go on the same connection only.", "InvalidAddressingHeader", "OnlyAnonymousAddressSupported"),
        SoapRejectionReason.AddressRefused =>
            Addressing(rejection, "This server sends no answer to the address of wsa:ReplyTo or wsa:FaultTo.", "InvalidAddressingHeader", "InvalidAddress"),
        SoapRejectionReason.NoRoomForAnswer => new SoapFault(
            SoapFaultCode.Receiver, "There is no room at present to keep an answer that is to be sent to wsa:ReplyTo or wsa:FaultTo; try again later.")
        {
            Subcodes = [new XmlQualifiedName("EndpointUnavailable", SoapNamespaces.Addressing)],
        },
        SoapRejectionReason.BodyMissing => Sender("The SOAP Envelope has no Body."),
        SoapRejectionReason.BodyEmpty => Sender("The SOAP Body is empty."),
        SoapRejectionReason.SeveralBodyChildren => Sender("The SOAP Body has more than one child element."),
        SoapRejectionReason.TrailingContent => Sender("Something follows the SOAP Body or the message in it."),
        SoapRejectionReason.BodyNotUnderstood => Sender("The SOAP Body does not hold the message that wsa:Action announces."),
        SoapRejectionReason.BodyMalformed =>
            Sender("A value of the message in the SOAP Body is not of its type: the base64 of a document, or a status."),
        _ => throw new ArgumentOutOfRangeException(nameof(rejection), rejection.Reason, null),
    };

    static SoapFault Sender(string reason, int httpStatus = 400) => new(SoapFaultCode.Sender, reason) { HttpStatus = httpStatus };

    static SoapFault VersionMismatch() => new(SoapFaultCode.VersionMismatch, "Only SOAP 1.2 is supported.");

    static SoapFault Addressing(SoapRejection rejection, string reason, params ReadOnlySpan<string> subcodes)
    {
        var names = new XmlQualifiedName[subcodes.Length];
        for (var i = 0; i < names.Length; i++)
            names[i] = new XmlQualifiedName(subcodes[i], SoapNamespaces.Addressing);
        return new SoapFault(SoapFaultCode.Sender, reason) { Subcodes = names, ProblemHeader = rejection.Headers.FirstOrDefault() };
    }
}
