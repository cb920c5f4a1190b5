using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>FindSubmissionSets (ITI TF-2 3.18.4.1.2.3.7.2).</summary>
static class FindSubmissionSetsSql
{
    internal static ResultKinds Compose(QueryText sql, FindSubmissionSetsQuery query)
    {
        var criteria = query.Criteria;
        sql.Raw("WITH sset(object_row) AS (SELECT s.object_row FROM submission_set s WHERE s.patient_row IN ")
            .PatientRows([criteria.PatientId])
            .Add($" AND s.status IN {criteria.Statuses}")
            .Within("s.submission_time", criteria.SubmissionTime)
            .OneOf(" AND s.content_type_code IN ", criteria.ContentTypeCodes)
            .HasLike(" FROM author_person p WHERE p.object_row = s.object_row", "p.person", criteria.AuthorPersons);
        if (criteria.SourceIds.Count > 0) sql.Add($" AND s.source_id IN {criteria.SourceIds}");
        sql.Raw(")");
        return ResultKinds.SubmissionSets;
    }
}
