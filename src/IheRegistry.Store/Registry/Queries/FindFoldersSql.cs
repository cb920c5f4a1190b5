using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>FindFolders (ITI TF-2 3.18.4.1.2.3.7.3).</summary>
static class FindFoldersSql
{
    internal static ResultKinds Compose(QueryText sql, FindFoldersQuery query, Visibility visibility)
    {
        var criteria = query.Criteria;
        sql.Raw("WITH fol(object_row) AS (SELECT f.object_row FROM folder f WHERE f.patient_row IN ").PatientRows(criteria.PatientIds)
            .Add($" AND f.status IN {criteria.Statuses}")
            .Within("f.last_update_time", criteria.LastUpdateTime)
            .OneOfEach("f.object_row", Conditions.FolderCodeList, criteria.Codes);
        visibility.Folder(sql);
        sql.Raw(")");
        return ResultKinds.Folders;
    }
}
