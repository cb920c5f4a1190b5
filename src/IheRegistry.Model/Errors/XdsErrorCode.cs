namespace IheRegistry.Model.Errors;

/// <summary>
/// The error codes of ITI TF-3 table 4.2.4.1-2. Members carry the names that go on the wire.
/// </summary>
public enum XdsErrorCode
{
    /// <summary>A document in the submission failed content validation.</summary>
    InvalidDocumentContent,

    /// <summary>The recipient is too busy or out of resources in the repository.</summary>
    XDSRepositoryBusy,

    /// <summary>The repository has no room for the document.</summary>
    XDSRepositoryOutOfResources,

    /// <summary>An internal failure of the repository.</summary>
    XDSRepositoryError,

    /// <summary>Document metadata disagree with the document (hash or size), or the repository cannot complete them.</summary>
    XDSRepositoryMetadataError,

    /// <summary>A DocumentEntry came without its document.</summary>
    XDSMissingDocument,

    /// <summary>A document came without its DocumentEntry.</summary>
    XDSMissingDocumentMetadata,

    /// <summary>The uniqueId of a retrieve request is not known to the repository.</summary>
    XDSDocumentUniqueIdError,

    /// <summary>The repositoryUniqueId of a retrieve request is not this repository's.</summary>
    XDSUnknownRepositoryId,

    /// <summary>The registry could not be reached from the repository.</summary>
    XDSRegistryNotAvailable,

    /// <summary>The registry is too busy to answer.</summary>
    XDSRegistryBusy,

    /// <summary>The registry has no resources left to store or to answer.</summary>
    XDSRegistryOutOfResources,

    /// <summary>An internal failure of the registry.</summary>
    XDSRegistryError,

    /// <summary>Submitted metadata break a rule of ITI TF-3 4.2.</summary>
    XDSRegistryMetadataError,

    /// <summary>An association names a DocumentEntry or Folder that is deprecated.</summary>
    XDSRegistryDeprecatedDocumentError,

    /// <summary>Two objects of one submission carry the same uniqueId.</summary>
    XDSRegistryDuplicateUniqueIdInMessage,

    /// <summary>A uniqueId is already used by another object of the registry.</summary>
    XDSDuplicateUniqueIdInRegistry,

    /// <summary>A document was submitted again under its uniqueId but with another hash.</summary>
    XDSNonIdenticalHash,

    /// <summary>A document was submitted again under its uniqueId but with another size.</summary>
    XDSNonIdenticalSize,

    /// <summary>The patient id was never fed to the registry, or was merged into another.</summary>
    XDSUnknownPatientId,

    /// <summary>The objects of a submission, or the two ends of an association, belong to different patients.</summary>
    XDSPatientIdDoesNotMatch,

    /// <summary>Extra metadata (urn: slots) were not saved. Always a warning.</summary>
    XDSExtraMetadataNotSaved,

    /// <summary>The stored query id is not known.</summary>
    XDSUnknownStoredQuery,

    /// <summary>A required parameter of a stored query is missing.</summary>
    XDSStoredQueryMissingParam,

    /// <summary>A parameter of a stored query has too many values, or too many of exclusive parameters are given.</summary>
    XDSStoredQueryParamNumber,

    /// <summary>A query by id would return objects of more than one patient.</summary>
    XDSResultNotSinglePatient,

    /// <summary>The result is larger than the registry is configured to return.</summary>
    XDSTooManyResults,

    /// <summary>The homeCommunityId is missing where the gateway needs it.</summary>
    XDSMissingHomeCommunityId,

    /// <summary>The homeCommunityId is not known.</summary>
    XDSUnknownCommunity,

    /// <summary>A community could not be reached.</summary>
    XDSUnavailableCommunity,

    /// <summary>The authenticated user may not do this.</summary>
    XDSAuthorizationException,

    /// <summary>An association names an object that exists neither in the registry nor, where that would do, in the submission.</summary>
    UnresolvedReferenceException,
}
