using System.Diagnostics.CodeAnalysis;

namespace IheRegistry.Store.Documents;

/// <summary>The committed documents of a submission, or why none was committed.</summary>
public sealed record CommitOutcome
{
    CommitOutcome(CommittedDocuments? documents, WriteRefusal? refusal) => (Documents, Refusal) = (documents, refusal);

    /// <summary>The documents; null where they were refused.</summary>
    public CommittedDocuments? Documents { get; }

    /// <summary>Why not; null where they were committed.</summary>
    public WriteRefusal? Refusal { get; }

    /// <summary>True where every document is durable under its final name.</summary>
    [MemberNotNullWhen(true, nameof(Documents))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsCommitted => Documents is not null;

    internal static CommitOutcome Committed(CommittedDocuments documents) => new(documents, null);

    internal static CommitOutcome Refused(WriteRefusal refusal) => new(null, refusal);
}
