using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;

namespace IheRegistry.Model.Metadata;

/// <summary>An Association (ITI TF-3 4.2.2).</summary>
public sealed record Association
{
    RegistryObject? _object;

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

    /// <summary>Documentation of a relationship (ITI TF-3 4.2.2.2).</summary>
    public IReadOnlyList<Code> Documentation { get; init; } = [];

    /// <summary>Extra metadata: slots of other systems, by names that begin with urn: (ITI TF-3 4.2.3.1.6).</summary>
    public IReadOnlyList<Slot> ExtraMetadata { get; init; } = [];

    /// <summary>The object as submitted, ids resolved; of one that was made here, the object that its attributes make.</summary>
    public RegistryObject Object
    {
        get => _object ??= this.ToEbrim();
        init => _object = value;
    }
}
