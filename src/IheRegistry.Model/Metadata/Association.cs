using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata;

/// <summary>An Association (ITI TF-3 4.2.2).</summary>
public sealed record Association
{
    /// <summary>entryUUID.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>Its type.</summary>
    public required AssociationType Type { get; init; }

    /// <summary>entryUUID of the source object.</summary>
    public required string Source { get; init; }

    /// <summary>entryUUID of the target object.</summary>
    public required string Target { get; init; }

    /// <summary>SubmissionSetStatus of a HasMember from a SubmissionSet: true for Original, false for Reference, null elsewhere.</summary>
    public bool? Original { get; init; }

    /// <summary>The object as submitted, ids resolved.</summary>
    public required RegistryObject Object { get; init; }
}
