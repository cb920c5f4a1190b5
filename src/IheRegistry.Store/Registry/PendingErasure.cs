using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Registry;

/// <summary>Content whose rows were removed and whose bytes are still to be erased.</summary>
/// <param name="Owner">The institution within which equal bytes are kept once.</param>
/// <param name="Sha256">The name of the content.</param>
public sealed record PendingErasure(string Owner, ContentId Sha256);
