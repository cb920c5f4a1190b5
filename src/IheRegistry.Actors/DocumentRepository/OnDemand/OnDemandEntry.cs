using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>An on-demand entry that this repository serves.</summary>
/// <param name="Entry">Its metadata.</param>
/// <param name="Patient">Whose it is today, after merges.</param>
sealed record OnDemandEntry(DocumentEntry Entry, PatientId Patient);
