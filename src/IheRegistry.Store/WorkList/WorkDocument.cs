using IheRegistry.Store.Documents;

namespace IheRegistry.Store.WorkList;

/// <summary>A document of an item of the work list.</summary>
/// <param name="EntryId">The id of its DocumentEntry in the metadata.</param>
/// <param name="UniqueId">DocumentEntry.uniqueId.</param>
/// <param name="MimeType">DocumentEntry.mimeType.</param>
/// <param name="Content">Its bytes.</param>
public sealed record WorkDocument(string EntryId, string UniqueId, string MimeType, ContentKey Content);
