namespace IheRegistry.Model.AffinityDomains;

/// <summary>An authority that assigns identifiers to persons.</summary>
/// <param name="Oid">Its OID, the universal id of CX.4.</param>
/// <param name="Kind">What kind of identifiers it gives out.</param>
/// <param name="Namespace">Its namespace id in CX.4, where senders know it by one.</param>
/// <param name="Name">What people call it.</param>
public sealed record AssigningAuthority(string Oid, AuthorityKind Kind, string? Namespace = null, string? Name = null);
