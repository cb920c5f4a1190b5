using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>A patient of a feed message, its identifiers resolved.</summary>
/// <param name="Occurrence">Which of the message's patients, from 1.</param>
/// <param name="Entry">What the message says.</param>
/// <param name="Ids">Its identifiers.</param>
/// <param name="Prior">Those of before, of a merge or the like that the sender may assign.</param>
sealed record FedPatient(int Occurrence, PatientFeedEntry Entry, EntryIds Ids, IReadOnlyList<NamedId> Prior);
