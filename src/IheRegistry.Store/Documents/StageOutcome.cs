using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Store.Documents;

/// <summary>A staged document, or why there is none.</summary>
public sealed record StageOutcome
{
    StageOutcome(StagedDocument? document, WriteRefusal? refusal) => (Document, Refusal) = (document, refusal);

    /// <summary>The document; null where it was refused.</summary>
    public StagedDocument? Document { get; }

    /// <summary>Why not; null where it was staged.</summary>
    public WriteRefusal? Refusal { get; }

    /// <summary>True where all bytes are on disk.</summary>
    [MemberNotNullWhen(true, nameof(Document))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsStaged => Document is not null;

    internal static StageOutcome Staged(StagedDocument document) => new(document, null);

    internal static StageOutcome Refused(WriteRefusal refusal) => new(null, refusal);
}
