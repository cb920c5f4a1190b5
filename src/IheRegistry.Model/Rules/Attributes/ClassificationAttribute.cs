using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>
/// A row of the attribute table: an attribute that rim:Classifications of one scheme carry.
/// Coded says which of the affinity domain's sets its codes are from; null for an author.
/// </summary>
sealed record ClassificationAttribute(string Name, string Scheme, Usages Usages, Multiplicity Multiplicity, CodedAttribute? Coded);
