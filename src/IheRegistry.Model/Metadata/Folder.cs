using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata;

/// <summary>A Folder (ITI TF-3 4.2.3.4).</summary>
public sealed record Folder
{
    /// <summary>entryUUID.</summary>
    public required string EntryUuid { get; init; }

    /// <summary>logicalID: entryUUID of the first version.</summary>
    public required string LogicalId { get; init; }

    /// <summary>uniqueId.</summary>
    public required string UniqueId { get; init; }

    /// <summary>patientId in the affinity domain.</summary>
    public required PatientId PatientId { get; init; }

    /// <summary>codeList.</summary>
    public IReadOnlyList<Code> Codes { get; init; } = [];

    /// <summary>The object as submitted, ids resolved.</summary>
    public required RegistryObject Source { get; init; }
}
