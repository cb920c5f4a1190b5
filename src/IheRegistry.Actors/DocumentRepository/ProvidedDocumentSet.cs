using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>An ITI-41 request, whatever wire it came by: metadata first, then the documents as they arrive.</summary>
/// <param name="Metadata">The submission as received.</param>
/// <param name="DocumentIds">The ids of the documents that the request names, as they stand in it: doubled ones, too.</param>
/// <param name="Documents">The documents in the order of arrival; each stream is read to its end before the next one is asked for.</param>
public sealed record ProvidedDocumentSet(
    RegistryObjectList Metadata, IReadOnlyList<string> DocumentIds, IAsyncEnumerable<IncomingDocument> Documents);

/// <summary>A document on its way in.</summary>
/// <param name="Id">The id of its DocumentEntry in the request.</param>
/// <param name="Content">Its bytes, read once.</param>
public sealed record IncomingDocument(string Id, Stream Content)
{
    /// <summary>No document of the request refers to it. Its id is only how the message calls it, even if an entry is called the same.</summary>
    public bool IsStray { get; init; }
}
