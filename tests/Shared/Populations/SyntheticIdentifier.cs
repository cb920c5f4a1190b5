using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Tests.Shared.Populations;

/// <summary>An identifier of a person that does not exist.</summary>
public sealed record SyntheticIdentifier(string Id, string Authority, AuthorityKind Kind, bool IsTrusted);
