using IheRegistry.Model.Metadata;

namespace IheRegistry.Store.Tests.Registry.Queries;

/// <summary>The indexed columns of a DocumentEntry.</summary>
sealed record TestDocument
{
    internal AvailabilityStatus Status { get; init; } = AvailabilityStatus.Approved;
    internal bool OnDemand { get; init; }
    internal bool Offline { get; init; }
    internal int Version { get; init; } = 1;
    internal string? LogicalId { get; init; }
    internal string? UniqueId { get; init; }
    internal string? ClassCode { get; init; }
    internal string? TypeCode { get; init; }
    internal string? FormatCode { get; init; }
    internal string? FacilityCode { get; init; }
    internal string? PracticeCode { get; init; }
    internal string? CreationTime { get; init; } = "2005";
    internal string? ServiceStartTime { get; init; }
    internal string? ServiceStopTime { get; init; }
    internal string? Title { get; init; }
    internal string[] ConfidentialityCodes { get; init; } = ["N^^c"];
    internal string[] EventCodes { get; init; } = [];
    internal string[] Authors { get; init; } = [];
    internal string[] ReferenceIds { get; init; } = [];
}

/// <summary>The indexed columns of a SubmissionSet.</summary>
sealed record TestSubmissionSet
{
    internal AvailabilityStatus Status { get; init; } = AvailabilityStatus.Approved;
    internal string SourceId { get; init; } = "1.2.3";
    internal string SubmissionTime { get; init; } = "2005";
    internal string? ContentType { get; init; }
    internal string[] Authors { get; init; } = [];
}

/// <summary>The indexed columns of a Folder.</summary>
sealed record TestFolder
{
    internal AvailabilityStatus Status { get; init; } = AvailabilityStatus.Approved;
    internal string LastUpdateTime { get; init; } = "2005";
    internal string[] Codes { get; init; } = [];
}
