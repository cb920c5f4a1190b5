using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>The identifiers by which a message names one patient.</summary>
/// <param name="Own">Those that the sender may assign: each has a record of its own. The enterprise authority's come first.</param>
/// <param name="References">Those of other domains that the affinity domain knows, with namespace id and OID.</param>
sealed record EntryIds(IReadOnlyList<NamedId> Own, IReadOnlyList<PatientIdentifier> References)
{
    internal static EntryIds None { get; } = new([], []);
}
