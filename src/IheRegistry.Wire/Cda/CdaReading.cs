using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Wire.Cda;

/// <summary>A CDA document, or why there is none.</summary>
public sealed record CdaReading
{
    CdaReading(CdaDocument? document, CdaRefusal? refusal) => (Document, Refusal) = (document, refusal);

    /// <summary>The document; null where it was refused.</summary>
    public CdaDocument? Document { get; }

    /// <summary>Why not; null where it was read.</summary>
    public CdaRefusal? Refusal { get; }

    /// <summary>True where it was read.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsRead => Document is not null;

    internal static CdaReading Of(CdaDocument document) => new(document, null);

    internal static CdaReading Refused(CdaRefusal refusal) => new(null, refusal);
}
