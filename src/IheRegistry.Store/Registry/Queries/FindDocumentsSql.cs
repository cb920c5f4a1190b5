using System.Text.Json;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>FindDocuments and its kin (ITI TF-2 3.18.4.1.2.3.7.1, .14 and .15, 3.51.4.1.2.1).</summary>
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
        From(sql, criteria).Add($" AND d.status IN {criteria.Statuses}")
            .Matches(criteria)
            .OneOf(" AND d.class_code IN ", criteria.ClassCodes)
            .OneOf(" AND d.type_code IN ", criteria.TypeCodes)
            .OneOf(" AND d.practice_code IN ", criteria.PracticeSettingCodes)
            .OneOf(" AND d.facility_code IN ", criteria.HealthcareFacilityTypeCodes)
            .OneOfEach("d.object_row", Conditions.EventCodeList, criteria.EventCodes);
        Times(sql, criteria);
        Texts(sql, criteria);
        if (criteria.Offline is { } offline) sql.Raw(offline ? " AND d.offline = 1" : " AND d.offline = 0");
        if (criteria.Excluded is { } excluded) Exclude(sql, excluded);
        visibility.Document(sql);
    }

    // Where no patient is named, a code leads to the entries by an index of its own (ITI TF-2 3.51.4.1.2.1.1).
    static QueryText From(QueryText sql, DocumentCriteria criteria)
    {
        if (criteria.PatientIds.Count > 0)
            return sql.Raw("SELECT d.object_row FROM document_entry d WHERE d.patient_row IN ").PatientRows(criteria.PatientIds);
        if (criteria.ReferenceIds is [var references, ..])
        {
            // The patterns themselves are asked below; what they begin with leads to the few rows to ask.
            var beginnings = JsonSerializer.Serialize(references.Select(LikePattern.Beginning));
            return sql.Raw("SELECT d.object_row FROM document_entry d WHERE d.object_row IN (SELECT r.object_row FROM ")
                .Add($"json_each({beginnings}) j CROSS JOIN reference_id r")
                .Raw(" ON r.reference_id >= j.value AND r.reference_id < j.value || char(1114111))");
        }

        if (criteria.EventCodes is [var events, ..] && criteria.ClassCodes.Count == 0 && criteria.HealthcareFacilityTypeCodes.Count == 0)
        {
            return sql.Raw("SELECT d.object_row FROM document_entry d WHERE d.object_row IN (SELECT c.object_row FROM object_code c ")
                .Add($"WHERE c.attribute = {Conditions.EventCodeList} AND c.code IN {events})");
        }

        return sql.Raw("SELECT d.object_row FROM document_entry d WHERE 1");
    }

    static void Exclude(QueryText sql, DocumentExclusions excluded)
    {
        sql.NoneOf("d.class_code", excluded.ClassCodes)
            .NoneOf("d.type_code", excluded.TypeCodes)
            .NoneOf("d.practice_code", excluded.PracticeSettingCodes)
            .NoneOf("d.facility_code", excluded.HealthcareFacilityTypeCodes)
            .NoneOf("d.format_code", excluded.FormatCodes);
        Not(sql, excluded.EventCodes, static (s, groups) => s.OneOfEach("d.object_row", Conditions.EventCodeList, groups));
        Not(sql, excluded.ConfidentialityCodes, static (s, groups) => s.OneOfEach("d.object_row", Conditions.ConfidentialityCode, groups));
        Not(sql, excluded.AuthorPersons, Authors);
        Not(sql, excluded.ReferenceIds, References);
    }

    static void Not<T>(QueryText sql, IReadOnlyList<T> values, Action<QueryText, IReadOnlyList<T>> condition)
    {
        if (values.Count == 0) return;
        sql.Raw(" AND NOT (1");
        condition(sql, values);
        sql.Raw(")");
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
        Authors(sql, criteria.AuthorPersons);
        References(sql, criteria.ReferenceIds);
        if (criteria.Titles.Count > 0) sql.Raw(" AND ").Like("d.title", criteria.Titles);
    }

    static void Authors(QueryText sql, IReadOnlyList<string> patterns) =>
        sql.HasLike(" FROM author_person p WHERE p.object_row = d.object_row", "p.person", patterns);

    static void References(QueryText sql, IReadOnlyList<IReadOnlyList<string>> groups)
    {
        foreach (var group in groups)
            sql.HasLike(" FROM reference_id r WHERE r.object_row = d.object_row", "r.reference_id", group);
    }
}
