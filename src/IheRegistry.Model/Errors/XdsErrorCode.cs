namespace IheRegistry.Model.Errors;

/// <summary>
/// The error codes of ITI TF-3 table 4.2.4.1-2, with the transactions that the table gives each. Members carry the names that go on
/// the wire. XDSReplaceFailed is withdrawn and left out.
/// </summary>
public enum XdsErrorCode
{
    /// <summary>The submission was queued, such as for matching it to a patient by hand; a warning (ITI-41).</summary>
    DocumentQueued,

    /// <summary>A document does not match its metadata or fails other requirements on its content; names its uniqueId (ITI-41).</summary>
    InvalidDocumentContent,

    /// <summary>The update is against the policy of who receives it, such as who may update what; says which (ITI-92).</summary>
    LocalPolicyRestrictionError,

    /// <summary>A Document Recipient did not process what an addendum means; a warning (ITI-41).</summary>
    PartialAppendContentNotProcessed,

    /// <summary>A Document Recipient did not process Folders; a warning (ITI-41).</summary>
    PartialFolderContentNotProcessed,

    /// <summary>A Document Recipient did not process what a relationship means; a warning (ITI-41).</summary>
    PartialRelationshipContentNotProcessed,

    /// <summary>A Document Recipient did not process what a replacement means; a warning (ITI-41).</summary>
    PartialReplaceContentNotProcessed,

    /// <summary>A Document Recipient did not process what a transformation means; a warning (ITI-41).</summary>
    PartialTransformNotProcessed,

    /// <summary>A Document Recipient did not process what a transformation that replaces means; a warning (ITI-41).</summary>
    PartialTransformReplaceNotProcessed,

    /// <summary>An object cannot be removed while another one that stays refers to it; names it (ITI-62, Supplement RMD).</summary>
    ReferencesExistException,

    /// <summary>The update changes an attribute that must stay; names it (ITI-92).</summary>
    UnmodifiableMetadataError,

    /// <summary>An entryUUID cannot be resolved: there is no such object where the rules want it (ITI-41, 42, 62).</summary>
    UnresolvedReferenceException,

    /// <summary>The document of a uniqueId is not available, or not to this caller (ITI-43, 86, 39).</summary>
    XDSDocumentUniqueIdError,

    /// <summary>The uniqueId of a SubmissionSet or Folder is already used; never said of a DocumentEntry (ITI-41, 42).</summary>
    XDSDuplicateUniqueIdInRegistry,

    /// <summary>Extra metadata (urn: slots) were not saved; a warning (ITI-41, 42).</summary>
    XDSExtraMetadataNotSaved,

    /// <summary>The request is not one that the transaction takes (ITI-92).</summary>
    XDSInvalidRequestException,

    /// <summary>The Associations that tell how to update are missing or malformed (ITI-92).</summary>
    XDSMetadataAnnotationError,

    /// <summary>The ids of the update and of the registered object do not match (ITI-92).</summary>
    XDSMetadataIdentifierError,

    /// <summary>A metadata update failed, where no other code says more; names the object (ITI-57).</summary>
    XDSMetadataUpdateError,

    /// <summary>It cannot be made out what a metadata update asks for; names the object (ITI-57).</summary>
    XDSMetadataUpdateOperationError,

    /// <summary>The version that an update supersedes is not the registered object's newest; names the object (ITI-57, 92).</summary>
    XDSMetadataVersionError,

    /// <summary>A DocumentEntry came without its document (ITI-41).</summary>
    XDSMissingDocument,

    /// <summary>A document came without its DocumentEntry (ITI-41).</summary>
    XDSMissingDocumentMetadata,

    /// <summary>The homeCommunityId is required and missing (ITI-18, 38, 43, 39).</summary>
    XDSMissingHomeCommunityId,

    /// <summary>A document was submitted again under its uniqueId but with another hash; names the uniqueId (ITI-42).</summary>
    XDSNonIdenticalHash,

    /// <summary>A document was submitted again under its uniqueId but with another size; names the uniqueId (ITI-42).</summary>
    XDSNonIdenticalSize,

    /// <summary>The object is not of the type that can be updated, or of another than the registered one (ITI-92).</summary>
    XDSObjectTypeError,

    /// <summary>Patient ids do not match in an update; names the object (ITI-57, 92).</summary>
    XDSPatientIDReconciliationError,

    /// <summary>Patient ids that must match do not; names them and the conflict (ITI-41, 42).</summary>
    XDSPatientIdDoesNotMatch,

    /// <summary>A document cannot be removed; the context is its uniqueId (ITI-86, Supplement RMD).</summary>
    XDSRemoveDocumentsError,

    /// <summary>Too much activity at the registry (ITI-41, 42, 18, 38).</summary>
    XDSRegistryBusy,

    /// <summary>Too much activity at the repository (ITI-41, 43, 39).</summary>
    XDSRepositoryBusy,

    /// <summary>An Association refers to a deprecated document (ITI-41, 42).</summary>
    XDSRegistryDeprecatedDocumentError,

    /// <summary>The registry found one uniqueId at several objects of a submission; names it (ITI-41, 42).</summary>
    XDSRegistryDuplicateUniqueIdInMessage,

    /// <summary>The repository found one uniqueId at several objects of a submission; names it (ITI-41, 42).</summary>
    XDSRepositoryDuplicateUniqueIdInMessage,

    /// <summary>An internal error of the registry, where no other code says more (ITI-41, 42, 18, 38).</summary>
    XDSRegistryError,

    /// <summary>An internal error of the repository, where no other code says more (ITI-41, 43, 39).</summary>
    XDSRepositoryError,

    /// <summary>The registry found an error in metadata (ITI-41, 42).</summary>
    XDSRegistryMetadataError,

    /// <summary>The repository found an error in metadata, such as a hash or size that is not the document's (ITI-41, 42).</summary>
    XDSRepositoryMetadataError,

    /// <summary>The repository could not reach the registry (ITI-41).</summary>
    XDSRegistryNotAvailable,

    /// <summary>The registry has few resources left (ITI-41, 42, 18, 38).</summary>
    XDSRegistryOutOfResources,

    /// <summary>The repository has few resources left (ITI-41, 43, 39).</summary>
    XDSRepositoryOutOfResources,

    /// <summary>The answer would hold objects of several patients (ITI-18, 43, 38, 39).</summary>
    XDSResultNotSinglePatient,

    /// <summary>A required parameter of a stored query is missing (ITI-18, 38).</summary>
    XDSStoredQueryMissingParam,

    /// <summary>A parameter of a stored query that takes one value has several (ITI-18, 38).</summary>
    XDSStoredQueryParamNumber,

    /// <summary>The results exceed the responder's limits (ITI-18, 38, 43, 39).</summary>
    XDSTooManyResults,

    /// <summary>A community that would have been asked could not be reached (ITI-18, 43).</summary>
    XDSUnavailableCommunity,

    /// <summary>The homeCommunityId is not known (ITI-18, 38, 43, 39).</summary>
    XDSUnknownCommunity,

    /// <summary>The patient id is not known, or was merged into another; names it (ITI-18, 41, 42, 38).</summary>
    XDSUnknownPatientId,

    /// <summary>The repositoryUniqueId is not this repository's, or leads to none (ITI-43, 86, 39).</summary>
    XDSUnknownRepositoryId,

    /// <summary>A removal would leave an object without what it belongs to or consists of; names it (ITI-62, Supplement RMD).</summary>
    XDSUnreferencedObjectException,

    /// <summary>The id of a stored query is not known (ITI-18, 38).</summary>
    XDSUnknownStoredQuery,

    /// <summary>The authenticated user may not do this; not in the table, but long used by registries.</summary>
    XDSAuthorizationException,
}
