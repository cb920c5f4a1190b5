using System.Text.Json;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Conditions that several queries share, on the aliases d (document_entry), s (submission_set) and f (folder).</summary>
static class Conditions
{
    /// <summary>The numbers of the coded attributes in object_code.</summary>
    internal const int ConfidentialityCode = 1, EventCodeList = 2, FolderCodeList = 3;

    /// <summary>
    /// The rows of patients: a surviving id stands for itself and all that were merged into it, a subsumed one for nothing
    /// (ITI TF-2 3.18.4.1.2.3.9.1).
    /// </summary>
    internal static QueryText PatientRows(this QueryText sql, IReadOnlyList<PatientId> patients)
    {
        const string Merged = "CROSS JOIN patient m ON m.survivor_row = k.patient_row WHERE k.survivor_row = k.patient_row";
        sql.Raw("(SELECT m.patient_row FROM ");
        if (patients is [var one]) return sql.Raw("patient k ").Raw(Merged).Add($" AND k.authority = {one.Authority} AND k.id = {one.Id})");
        var pairs = JsonSerializer.Serialize(patients.Select(p => new[] { p.Authority, p.Id }));
        return sql.Add($"json_each({pairs}) j CROSS JOIN patient k ON k.authority = j.value ->> 0 AND k.id = j.value ->> 1 ")
            .Raw(Merged).Raw(")");
    }

    /// <summary>The document d is one of those named.</summary>
    internal static QueryText IsDocument(this QueryText sql, ObjectIds ids) => ids.Kind switch
    {
        ObjectIdKind.UniqueId => sql.Add($"d.unique_id IN {ids.Values}"),
        ObjectIdKind.LogicalId => sql.Add($"d.logical_id IN {new UuidList(ids.Values)}"),
        _ => sql.Raw("d.object_row IN ").RowsOf(ids.Values),
    };

    /// <summary>The submission set s is one of those named.</summary>
    internal static QueryText IsSubmissionSet(this QueryText sql, ObjectIds ids) => ids.Kind == ObjectIdKind.UniqueId
        ? sql.Add($"s.object_row IN (SELECT u.object_row FROM unique_id u WHERE u.unique_id IN {ids.Values})")
        : sql.Raw("s.object_row IN ").RowsOf(ids.Values);

    /// <summary>The folder f is one of those named.</summary>
    internal static QueryText IsFolder(this QueryText sql, ObjectIds ids) => ids.Kind switch
    {
        ObjectIdKind.UniqueId => sql.Add($"f.unique_id IN {ids.Values}"),
        ObjectIdKind.LogicalId => sql.Add($"f.logical_id IN {new UuidList(ids.Values)}"),
        _ => sql.Raw("f.object_row IN ").RowsOf(ids.Values),
    };

    /// <summary>The rows of entryUUIDs, whatever they name.</summary>
    internal static QueryText RowsOf(this QueryText sql, IReadOnlyList<string> entryUuids) =>
        sql.Add($"(SELECT e.object_row FROM entry_uuid e WHERE e.uuid IN {new UuidList(entryUuids)})");

    /// <summary>What a query for contents asks of the document d.</summary>
    internal static QueryText Matches(this QueryText sql, DocumentFilter filter)
    {
        sql.Raw(filter.Types switch
        {
            DocumentEntryTypes.All => "",
            DocumentEntryTypes.OnDemand => " AND d.on_demand = 1",
            DocumentEntryTypes.Stable => " AND d.on_demand = 0",
            // All types excluded.
            _ => " AND 0",
        });
        return sql.OneOf(" AND d.format_code IN ", filter.FormatCodes)
            .OneOfEach("d.object_row", ConfidentialityCode, filter.ConfidentialityCodes);
    }

    /// <summary>A column is one of the codes; none given asks nothing.</summary>
    internal static QueryText OneOf(this QueryText sql, string columnIn, IReadOnlyList<Code> codes) =>
        codes.Count == 0 ? sql : sql.Raw(columnIn).Add($"{codes}");

    /// <summary>A column is none of the codes, or empty; none given asks nothing.</summary>
    internal static QueryText NoneOf(this QueryText sql, string column, IReadOnlyList<Code> codes) =>
        codes.Count == 0 ? sql : sql.Raw(" AND (").Raw(column).Raw(" IS NULL OR ").Raw(column).Add($" NOT IN {codes})");

    /// <summary>Of each group of codes the object has one: AND of OR.</summary>
    internal static QueryText OneOfEach(this QueryText sql, string objectRow, int attribute, IReadOnlyList<IReadOnlyList<Code>> groups)
    {
        foreach (var group in groups)
        {
            sql.Raw(" AND EXISTS (SELECT 1 FROM object_code c WHERE c.object_row = ").Raw(objectRow)
                .Add($" AND c.attribute = {attribute} AND c.code IN {group})");
        }

        return sql;
    }

    /// <summary>Of rows such as " FROM author_person p WHERE p.object_row = d.object_row" one has a text that matches.</summary>
    internal static QueryText HasLike(this QueryText sql, string rows, string column, IReadOnlyList<string> patterns) =>
        patterns.Count == 0 ? sql : sql.Raw(" AND EXISTS (SELECT 1").Raw(rows).Raw(" AND ").Like(column, patterns).Raw(")");

    /// <summary>A column matches one of the patterns.</summary>
    internal static QueryText Like(this QueryText sql, string column, IReadOnlyList<string> patterns)
    {
        if (patterns is [var one]) return sql.Raw(column).Add($" GLOB {LikePattern.ToGlob(one)}");
        var globs = JsonSerializer.Serialize(patterns.Select(LikePattern.ToGlob));
        return sql.Add($"EXISTS (SELECT 1 FROM json_each({globs}) g WHERE ").Raw(column).Raw(" GLOB g.value)");
    }

    /// <summary>from &lt;= column &lt; to.</summary>
    internal static QueryText Within(this QueryText sql, string column, TimeRange range)
    {
        if (range.From is { } from) sql.Raw(" AND ").Raw(column).Add($" >= {from}");
        if (range.To is { } to) sql.Raw(" AND ").Raw(column).Add($" < {to}");
        return sql;
    }

    /// <summary>from &lt;= column &lt; to, asked only of objects that have the time.</summary>
    internal static QueryText WithinIfKnown(this QueryText sql, string column, TimeRange range) => range.IsOpen
        ? sql
        : sql.Raw(" AND (").Raw(column).Raw(" IS NULL OR (1").Within(column, range).Raw("))");
}
