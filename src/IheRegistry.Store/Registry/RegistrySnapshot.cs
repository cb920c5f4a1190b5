using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Registry;

/// <summary>The answer to a <see cref="RegistryLookup"/>: nothing of it can change before the transaction ends.</summary>
public sealed class RegistrySnapshot
{
    internal Dictionary<PatientId, PatientState> Patients { get; } = [];

    internal Dictionary<string, KnownObject> Objects { get; } = [];

    internal Dictionary<string, KnownUniqueId> UniqueIds { get; } = [];

    internal Dictionary<string, List<KnownObject>> Folders { get; } = [];

    internal Dictionary<string, List<KnownObject>> Dependents { get; } = [];

    internal HashSet<string> Transformations { get; } = [];

    internal Dictionary<string, KnownObject> NewestByLogicalId { get; } = [];

    internal Dictionary<string, List<KnownAssociation>> Approved { get; } = [];

    internal Dictionary<string, KnownAssociation> Associations { get; } = [];

    internal Dictionary<string, KnownContent> Contents { get; } = [];

    /// <summary>The SubmissionSet that already has the uniqueId asked for, or null.</summary>
    public PriorSubmission? PriorSubmission { get; internal set; }

    /// <summary>The state of a patient id that was asked for.</summary>
    public PatientState Patient(PatientId id) => Patients.GetValueOrDefault(id);

    /// <summary>The object of an entryUUID that was asked for, or null when the registry has none.</summary>
    public KnownObject? Object(string entryUuid) => Objects.GetValueOrDefault(entryUuid);

    /// <summary>Who uses a uniqueId that was asked for, or null when it is free.</summary>
    public KnownUniqueId? UniqueId(string uniqueId) => UniqueIds.GetValueOrDefault(uniqueId);

    /// <summary>The approved Folders that hold a DocumentEntry that is to be replaced.</summary>
    public IReadOnlyList<KnownObject> FoldersOf(string entryUuid) => Folders.TryGetValue(entryUuid, out var folders) ? folders : [];

    /// <summary>True when a DocumentEntry that is to get an addendum is the transformation of another one.</summary>
    public bool IsTransformation(string entryUuid) => Transformations.Contains(entryUuid);

    /// <summary>The newest version under a logicalID that was asked for; null when the registry has none.</summary>
    public KnownObject? Newest(string logicalId) => NewestByLogicalId.GetValueOrDefault(logicalId);

    /// <summary>The approved Associations at either end of which the newest version, or an object that is touched, stands.</summary>
    public IReadOnlyList<KnownAssociation> ApprovedAssociationsOf(string entryUuid) =>
        Approved.TryGetValue(entryUuid, out var associations) ? associations : [];

    /// <summary>The Association that is touched, with its ends; null when the entryUUID is no Association's.</summary>
    public KnownAssociation? Association(string entryUuid) => Associations.GetValueOrDefault(entryUuid);

    /// <summary>The newest version's content under a logicalID whose content was asked for; null when the registry has none.</summary>
    public KnownContent? Content(string logicalId) => Contents.GetValueOrDefault(logicalId);

    /// <summary>The approved transformations and addenda of a DocumentEntry that is to be replaced, and of those in turn.</summary>
    public IReadOnlyList<KnownObject> DependentsOf(string entryUuid) =>
        Dependents.TryGetValue(entryUuid, out var dependents) ? dependents : [];
}
