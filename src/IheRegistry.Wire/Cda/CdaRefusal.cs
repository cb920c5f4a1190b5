namespace IheRegistry.Wire.Cda;

/// <summary>Why a document was not read as CDA.</summary>
public enum CdaRefusal
{
    /// <summary>It is not well-formed XML, has a document type declaration, or is not in the encoding that it claims.</summary>
    NotWellFormed,

    /// <summary>It is XML of another kind.</summary>
    NotClinicalDocument,

    /// <summary>Its body is not structured: a scan, a picture, or plain text.</summary>
    NoSections,

    /// <summary>It has more elements or characters, or nests deeper, than <see cref="CdaLimits"/> allow.</summary>
    TooLarge,
}
