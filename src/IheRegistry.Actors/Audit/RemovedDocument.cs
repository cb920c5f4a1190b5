using IheRegistry.Store.Registry;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of one document of a removal request.</summary>
/// <param name="Request">How it was named.</param>
/// <param name="Rows">The repository's rows of it; empty where it has none.</param>
/// <param name="Hold">The legal hold that kept it, if one did.</param>
/// <param name="Removed">Whether it was removed.</param>
public sealed record RemovedDocument(DocumentRequest Request, IReadOnlyList<StoredDocument> Rows, LegalHold? Hold, bool Removed);
