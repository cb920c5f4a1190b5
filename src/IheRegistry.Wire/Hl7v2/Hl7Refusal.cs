namespace IheRegistry.Wire.Hl7v2;

/// <summary>Every reason why bytes are not taken as an HL7 v2 message.</summary>
public enum Hl7Refusal
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>There are no bytes.</summary>
    Empty,

    /// <summary>The first segment is not MSH.</summary>
    NoHeader,

    /// <summary>MSH-1 and MSH-2 do not give usable delimiters.</summary>
    InvalidDelimiters,

    /// <summary>More segments than <see cref="Hl7ReadOptions.MaxSegments"/>.</summary>
    TooManySegments,

    /// <summary>More fields than <see cref="Hl7ReadOptions.MaxFields"/>.</summary>
    TooManyFields,

    /// <summary>MSH-18 names a character set that is not known, and the text needs one.</summary>
    UnknownCharset,

    /// <summary>The bytes are not text in the character set that MSH-18 names.</summary>
    InvalidCharacters,
}

/// <summary>What a sender is told about a refusal: the one place of these texts.</summary>
public static class Hl7Refusals
{
    /// <summary>The problem to report in the acknowledgement.</summary>
    public static Hl7Problem ToProblem(this Hl7Refusal refusal) => refusal switch
    {
        Hl7Refusal.Empty => Problem("The message is empty", 0),
        Hl7Refusal.NoHeader => Problem("The message does not begin with an MSH segment", 0),
        Hl7Refusal.InvalidDelimiters => Problem("MSH-1 and MSH-2 do not give usable delimiters", 2, Hl7ErrorCode.DataTypeError),
        Hl7Refusal.TooManySegments => Problem("The message has more segments than are taken", 0),
        Hl7Refusal.TooManyFields => Problem("The message has more fields than are taken", 0),
        Hl7Refusal.UnknownCharset => Problem("The character set is not known", 18, Hl7ErrorCode.TableValueNotFound),
        Hl7Refusal.InvalidCharacters => Problem("The text is not valid in its character set", 18, Hl7ErrorCode.DataTypeError),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "is not a refusal"),
    };

    static Hl7Problem Problem(string text, int field, Hl7ErrorCode code = Hl7ErrorCode.SegmentSequenceError) =>
        new(code, new Hl7ErrorLocation("MSH", 1, field), text);
}
