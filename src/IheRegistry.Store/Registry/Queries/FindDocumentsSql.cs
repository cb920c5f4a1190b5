using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>FindDocuments, FindDocumentsByReferenceId, FindDocumentsByTitle (ITI TF-2 3.18.4.1.2.3.7.1 and .14).</summary>
static class FindDocumentsSql
{
    internal static ResultKinds Compose(QueryText sql, FindDocumentsQuery query, Visibility visibility)
    {
        sql.Raw("WITH doc(object_row) AS (");
        Select(sql, query.Criteria, visibility);
        sql.Raw(")");
        return ResultKinds.Documents;
    }

    static void Select(QueryText sql, DocumentCriteria criteria, Visibility visibility)
    {
        sql.Raw("SELECT d.object_row FROM document_entry d WHERE d.patient_row IN ").PatientRows(criteria.PatientIds)
            .Add($" AND d.status IN {criteria.Statuses}")
            .Matches(criteria)
            .OneOf(" AND d.class_code IN ", criteria.ClassCodes)
            .OneOf(" AND d.type_code IN ", criteria.TypeCodes)
            .OneOf(" AND d.practice_code IN ", criteria.PracticeSettingCodes)
            .OneOf(" AND d.facility_code IN ", criteria.HealthcareFacilityTypeCodes)
            .OneOfEach("d.object_row", Conditions.EventCodeList, criteria.EventCodes);
        Times(sql, criteria);
        Texts(sql, criteria);
        if (criteria.Offline is { } offline) sql.Raw(offline ? " AND d.offline = 1" : " AND d.offline = 0");
        visibility.Document(sql);
    }

    static void Times(QueryText sql, DocumentCriteria criteria)
    {
        var created = criteria.CreationTime;
        if (criteria.Types == DocumentEntryTypes.Stable) sql.Within("d.creation_time", created);
        else if (!created.IsOpen) sql.Raw(" AND (d.on_demand = 1 OR (1").Within("d.creation_time", created).Raw("))");
        sql.WithinIfKnown("d.service_start_time", criteria.ServiceStartTime).WithinIfKnown("d.service_stop_time", criteria.ServiceStopTime);
    }

    static void Texts(QueryText sql, DocumentCriteria criteria)
    {
        sql.HasLike(" FROM author_person p WHERE p.object_row = d.object_row", "p.person", criteria.AuthorPersons);
        foreach (var group in criteria.ReferenceIds)
            sql.HasLike(" FROM reference_id r WHERE r.object_row = d.object_row", "r.reference_id", group);
        if (criteria.Titles.Count > 0) sql.Raw(" AND ").Like("d.title", criteria.Titles);
    }
}
