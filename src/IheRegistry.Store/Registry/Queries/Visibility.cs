using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>
/// What of the registry a query may see at all: the caller's scope and the metadata level, as conditions on the aliases
/// d (document_entry), f (folder) and a (association). What is not visible answers like what does not exist.
/// </summary>
sealed class Visibility(RegistryQuery query, AccessScope scope)
{
    /// <summary>Adds the conditions on the document d.</summary>
    internal void Document(QueryText sql)
    {
        // A version that is not the latest is deprecated, so that approved entries need no look at the others.
        if (query.Level == MetadataLevel.One)
            sql.Raw(" AND d.offline = 0 AND (d.status = 1 OR NOT EXISTS (SELECT 1 FROM document_entry n WHERE n.logical_id = d.logical_id AND n.version > d.version))");
        if (scope.HiddenConfidentialityCodes is not { Count: > 0 } hidden) return;
        sql.Add($"""
             AND NOT EXISTS (SELECT 1 FROM object_code h WHERE h.object_row = d.object_row AND h.attribute = 1 AND h.code IN {hidden})
            """);
    }

    /// <summary>Adds the conditions on the folder f.</summary>
    internal void Folder(QueryText sql)
    {
        if (query.Level == MetadataLevel.One) sql.Raw(" AND f.status = 1");
    }

    /// <summary>
    /// Adds the conditions on the association a: of a wanted status, and not telling of a hidden document, be it by its own ends or,
    /// where a SubmissionSet holds another association, by that one's ends.
    /// </summary>
    internal void Association(QueryText sql)
    {
        if (query.Level == MetadataLevel.One) sql.Raw(" AND a.status = 1");
        else sql.Add($" AND a.status IN {query.AssociationStatuses}");
        if (scope.HiddenConfidentialityCodes is not { Count: > 0 } hidden) return;
        sql.Add($"""
             AND NOT EXISTS (SELECT 1 FROM object_code h WHERE h.object_row IN (a.source_row, a.target_row) AND h.attribute = 1
                             AND h.code IN {hidden})
             AND NOT EXISTS (SELECT 1 FROM association e CROSS JOIN object_code h
                             WHERE e.object_row = a.target_row AND h.object_row IN (e.source_row, e.target_row) AND h.attribute = 1
                             AND h.code IN {hidden})
            """);
    }
}
