namespace IheRegistry.Model.Metadata.Queries;

/// <summary>By which identifier a Get query names objects.</summary>
public enum ObjectIdKind
{
    /// <summary>entryUUID: one version of one object.</summary>
    EntryUuid,

    /// <summary>uniqueId: may name several DocumentEntries (ITI TF-3 4.1.4).</summary>
    UniqueId,

    /// <summary>logicalID: all versions of one object.</summary>
    LogicalId,
}
