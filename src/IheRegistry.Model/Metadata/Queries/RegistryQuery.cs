using IheRegistry.Model.Identity;

namespace IheRegistry.Model.Metadata.Queries;

/// <summary>A stored query with its parameters understood: what the registry's store answers.</summary>
public abstract record RegistryQuery
{
    /// <summary>Which patterns of metadata are held back.</summary>
    public MetadataLevel Level { get; init; } = MetadataLevel.One;

    /// <summary>$XDSAssociationStatus: those of associations that are returned; at level one only approved ones are.</summary>
    public IReadOnlyList<AvailabilityStatus> AssociationStatuses { get; init; } = [AvailabilityStatus.Approved];
}

/// <summary>FindDocuments, FindDocumentsByReferenceId, FindDocumentsByTitle.</summary>
/// <param name="Criteria">Which entries.</param>
public sealed record FindDocumentsQuery(DocumentCriteria Criteria) : RegistryQuery;

/// <summary>FindSubmissionSets.</summary>
/// <param name="Criteria">Which sets.</param>
public sealed record FindSubmissionSetsQuery(SubmissionSetCriteria Criteria) : RegistryQuery;

/// <summary>FindFolders.</summary>
/// <param name="Criteria">Which folders.</param>
public sealed record FindFoldersQuery(FolderCriteria Criteria) : RegistryQuery;

/// <summary>GetAll: everything of a patient, and the associations that touch it.</summary>
/// <param name="PatientId">The patient.</param>
/// <param name="DocumentStatuses">Statuses of DocumentEntries wanted.</param>
/// <param name="SubmissionSetStatuses">Statuses of SubmissionSets wanted.</param>
/// <param name="FolderStatuses">Statuses of Folders wanted.</param>
/// <param name="Documents">Which DocumentEntries.</param>
public sealed record GetAllQuery(
    PatientId PatientId,
    IReadOnlyList<AvailabilityStatus> DocumentStatuses,
    IReadOnlyList<AvailabilityStatus> SubmissionSetStatuses,
    IReadOnlyList<AvailabilityStatus> FolderStatuses,
    DocumentFilter Documents) : RegistryQuery;

/// <summary>GetDocuments.</summary>
/// <param name="Ids">The entries.</param>
public sealed record GetDocumentsQuery(ObjectIds Ids) : RegistryQuery;

/// <summary>GetFolders.</summary>
/// <param name="Ids">The folders.</param>
public sealed record GetFoldersQuery(ObjectIds Ids) : RegistryQuery;

/// <summary>GetAssociations.</summary>
/// <param name="EntryUuids">The objects at either end.</param>
public sealed record GetAssociationsQuery(IReadOnlyList<string> EntryUuids) : RegistryQuery;

/// <summary>GetDocumentsAndAssociations.</summary>
/// <param name="Ids">The entries.</param>
public sealed record GetDocumentsAndAssociationsQuery(ObjectIds Ids) : RegistryQuery;

/// <summary>GetSubmissionSets.</summary>
/// <param name="EntryUuids">The members whose SubmissionSets are wanted.</param>
public sealed record GetSubmissionSetsQuery(IReadOnlyList<string> EntryUuids) : RegistryQuery;

/// <summary>GetSubmissionSetAndContents.</summary>
/// <param name="Ids">The set.</param>
/// <param name="Documents">Which DocumentEntries of it.</param>
public sealed record GetSubmissionSetAndContentsQuery(ObjectIds Ids, DocumentFilter Documents) : RegistryQuery;

/// <summary>GetFolderAndContents.</summary>
/// <param name="Ids">The folder.</param>
/// <param name="Documents">Which DocumentEntries of it.</param>
public sealed record GetFolderAndContentsQuery(ObjectIds Ids, DocumentFilter Documents) : RegistryQuery;

/// <summary>GetFoldersForDocument.</summary>
/// <param name="Ids">The entry.</param>
public sealed record GetFoldersForDocumentQuery(ObjectIds Ids) : RegistryQuery;

/// <summary>GetRelatedDocuments.</summary>
/// <param name="Ids">The entry.</param>
/// <param name="Types">Association types to follow.</param>
/// <param name="Documents">Which DocumentEntries.</param>
public sealed record GetRelatedDocumentsQuery(
    ObjectIds Ids, IReadOnlyList<AssociationType> Types, DocumentFilter Documents) : RegistryQuery;
