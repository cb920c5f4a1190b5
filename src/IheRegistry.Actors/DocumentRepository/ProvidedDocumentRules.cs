using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>Every DocumentEntry has one document and every document one DocumentEntry (ITI TF-2 3.41.4.1.2, 3.41.4.1.3).</summary>
static class ProvidedDocumentRules
{
    internal static void Check(ProvidedDocumentSet request, ErrorList errors)
    {
        var entries = request.Metadata.Objects
            .Where(o => o.Element == EbrimElement.ExtrinsicObject && o.Id is not null)
            .Select(o => o.Id!)
            .ToHashSet();
        var named = new HashSet<string>();
        foreach (var id in request.DocumentIds)
        {
            if (!named.Add(id))
                errors.Add(XdsErrorCode.XDSRepositoryMetadataError, $"The request names two documents for DocumentEntry '{id}' (ITI TF-2 3.41.4.1.2).", id);
            else if (!entries.Contains(id))
                errors.Add(XdsErrorCode.XDSMissingDocumentMetadata, $"The document with id '{id}' has no DocumentEntry of that id (ITI TF-2 3.41.4.1.3).", id);
        }

        foreach (var id in entries.Where(id => !named.Contains(id)))
            errors.Add(XdsErrorCode.XDSMissingDocument, $"DocumentEntry '{id}' has no document (ITI TF-2 3.41.4.1.3).", id);
    }
}
