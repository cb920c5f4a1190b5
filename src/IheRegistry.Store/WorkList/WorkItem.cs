namespace IheRegistry.Store.WorkList;

/// <summary>A submission to the Document Recipient.</summary>
public sealed record WorkItem
{
    /// <summary>Its row; 0 before it has one.</summary>
    public long Row { get; init; }

    /// <summary>SubmissionSet.uniqueId.</summary>
    public required string SubmissionSetUniqueId { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>SubmissionSet.sourceId.</summary>
    public string? SourceId { get; init; }

    /// <summary>SubmissionSet.patientId, as the source knows the patient.</summary>
    public string? PatientId { get; init; }

    /// <summary>Something of it is marked as limited metadata.</summary>
    public required bool IsLimited { get; init; }

    /// <summary>The metadata as sent: lcm:SubmitObjectsRequest in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Metadata { get; init; }

    /// <summary>Its documents, in the order of their entries; none once it is decided.</summary>
    public IReadOnlyList<WorkDocument> Documents { get; init; } = [];

    /// <summary>What has become of it.</summary>
    public WorkItemState State { get; init; } = WorkItemState.Waiting;

    /// <summary>Who decided what when; null while it waits.</summary>
    public WorkDecision? Decision { get; init; }
}
