using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata.Updates;

/// <summary>The operations Update DocumentEntry Metadata and Update Folder Metadata (ITI TF-2 3.57.4.1.3.3.1 and .3).</summary>
/// <param name="Kind">DocumentEntry or Folder.</param>
/// <param name="EntryUuid">entryUUID of the new version.</param>
/// <param name="LogicalId">logicalID of all versions.</param>
/// <param name="UniqueId">uniqueId.</param>
/// <param name="PatientId">patientId of the new version.</param>
/// <param name="OnDemand">True for an on-demand DocumentEntry.</param>
/// <param name="PreviousVersion">The version that the sender has seen and supersedes.</param>
/// <param name="Propagates">Whether the new version takes over the Associations of the one before (AssociationPropagation).</param>
public sealed record NewVersion(
    ObjectKind Kind, string EntryUuid, string LogicalId, string UniqueId, PatientId PatientId, bool OnDemand, int PreviousVersion, bool Propagates);
