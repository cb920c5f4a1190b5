namespace IheRegistry.Store.Registry;

/// <summary>Says that a document must not be removed from the repository.</summary>
/// <param name="DocumentUniqueId">DocumentEntry.uniqueId.</param>
/// <param name="Reason">Why, in the operator's words.</param>
/// <param name="PlacedAt">Since when.</param>
/// <param name="PlacedBy">Who placed it.</param>
public sealed record LegalHold(string DocumentUniqueId, string Reason, DateTimeOffset PlacedAt, string PlacedBy);
