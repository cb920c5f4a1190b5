using System.Globalization;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>HL7 table 0357, message error condition codes.</summary>
public enum Hl7ErrorCode
{
    /// <summary>The segments are not in the proper order, or required segments are missing.</summary>
    SegmentSequenceError = 100,

    /// <summary>A required field is missing.</summary>
    RequiredFieldMissing = 101,

    /// <summary>A field holds data of the wrong type.</summary>
    DataTypeError = 102,

    /// <summary>A value is not in its table.</summary>
    TableValueNotFound = 103,

    /// <summary>The message type is not supported.</summary>
    UnsupportedMessageType = 200,

    /// <summary>The event code is not supported.</summary>
    UnsupportedEventCode = 201,

    /// <summary>The processing id is not supported.</summary>
    UnsupportedProcessingId = 202,

    /// <summary>The version id is not supported.</summary>
    UnsupportedVersionId = 203,

    /// <summary>The id of the patient, order or the like is not found.</summary>
    UnknownKeyIdentifier = 204,

    /// <summary>The id exists already.</summary>
    DuplicateKeyIdentifier = 205,

    /// <summary>The transaction could not be done because a record was locked.</summary>
    ApplicationRecordLocked = 206,

    /// <summary>An internal error that the other codes do not cover.</summary>
    ApplicationInternalError = 207,
}

/// <summary>The display texts of HL7 table 0357 and what a code means for the acknowledgement.</summary>
public static class Hl7ErrorCodes
{
    /// <summary>The display text.</summary>
    public static string DisplayText(this Hl7ErrorCode code) => code switch
    {
        Hl7ErrorCode.SegmentSequenceError => "Segment sequence error",
        Hl7ErrorCode.RequiredFieldMissing => "Required field missing",
        Hl7ErrorCode.DataTypeError => "Data type error",
        Hl7ErrorCode.TableValueNotFound => "Table value not found",
        Hl7ErrorCode.UnsupportedMessageType => "Unsupported message type",
        Hl7ErrorCode.UnsupportedEventCode => "Unsupported event code",
        Hl7ErrorCode.UnsupportedProcessingId => "Unsupported processing id",
        Hl7ErrorCode.UnsupportedVersionId => "Unsupported version id",
        Hl7ErrorCode.UnknownKeyIdentifier => "Unknown key identifier",
        Hl7ErrorCode.DuplicateKeyIdentifier => "Duplicate key identifier",
        Hl7ErrorCode.ApplicationRecordLocked => "Application record locked",
        Hl7ErrorCode.ApplicationInternalError => "Application internal error",
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "is not in HL7 table 0357"),
    };

    /// <summary>
    /// True when the message is rejected (AR, CR) and not found in error (AE, CE): what it is, or the receiver's state, and not
    /// its content is the reason (HL7 v2.5.1 section 2.9.2.2; IHE answers AE to an unknown key, ITI TF-2 3.9.4.2.2).
    /// </summary>
    public static bool IsRejection(this Hl7ErrorCode code) =>
        code is >= Hl7ErrorCode.UnsupportedMessageType and <= Hl7ErrorCode.UnsupportedVersionId or Hl7ErrorCode.ApplicationInternalError;

    internal static string ToWire(this Hl7ErrorCode code) => ((int)code).ToString(CultureInfo.InvariantCulture);
}
