using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>FindFolders and FindFoldersForMultiplePatients (ITI TF-2 3.18.4.1.2.3.7.3, 3.51.4.1.2.1.2).</summary>
static class FindFoldersSql
{
    internal static ResultKinds Compose(QueryText sql, FindFoldersQuery query, Visibility visibility)
    {
        var criteria = query.Criteria;
        From(sql.Raw("WITH fol(object_row) AS (SELECT f.object_row FROM folder f WHERE "), criteria)
            .Add($" AND f.status IN {criteria.Statuses}")
            .Within("f.last_update_time", criteria.LastUpdateTime)
            .OneOfEach("f.object_row", Conditions.FolderCodeList, criteria.Codes);
        visibility.Folder(sql);
        sql.Raw(")");
        return ResultKinds.Folders;
    }

    // Where no patient is named, a code leads to the Folders by an index of its own (ITI TF-2 3.51.4.1.2.1.2).
    static QueryText From(QueryText sql, FolderCriteria criteria) => criteria.PatientIds.Count > 0
        ? sql.Raw("f.patient_row IN ").PatientRows(criteria.PatientIds)
        : sql.Add($"f.object_row IN (SELECT c.object_row FROM object_code c WHERE c.attribute = {Conditions.FolderCodeList} AND c.code IN {criteria.Codes[0]})");
}
