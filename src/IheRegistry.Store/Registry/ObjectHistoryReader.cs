using System.Globalization;
using Dapper;
using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Reads the history of one object.</summary>
sealed class ObjectHistoryReader(SqliteConnection connection)
{
    internal ObjectHistory? Read(string logicalId)
    {
        if (UuidBytes.Of(logicalId) is not { } uuid) return null;
        var versions = Versions(uuid);
        var all = versions.Select(v => new Trace(v.Row, v.Kind, v.Version, v.PatientId!)).Concat(Removed(uuid)).ToList();
        return all.Count == 0 ? null : new ObjectHistory(
            all[0].Kind,
            versions,
            [.. all.Select(trace => trace.PatientId).Distinct()],
            [.. all.SelectMany(Changes).OrderBy(change => change.Sequence)]);
    }

    List<RegisteredObject> Versions(byte[] logicalId)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/versions_of_history.sql"), new { logical_id = logicalId });
        var versions = new List<RegisteredObject>();
        while (rows.Read())
        {
            versions.Add(new RegisteredObject(
                rows.GetInt64(0),
                (ObjectKind)rows.GetInt32(1),
                UuidBytes.ToUrn((byte[])rows.GetValue(2)),
                (byte[])rows.GetValue(8),
                (AvailabilityStatus)rows.GetInt32(3),
                rows.GetInt32(4),
                new PatientId(rows.GetString(6), rows.GetString(5)),
                rows.GetInt64(7) is var time && time == 0 ? null : time.ToString("D14", CultureInfo.InvariantCulture)));
        }

        return versions;
    }

    List<Trace> Removed(byte[] logicalId)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/removed_versions.sql"), new { logical_id = logicalId });
        var removed = new List<Trace>();
        while (rows.Read())
            removed.Add(new Trace(rows.GetInt64(0), (ObjectKind)rows.GetInt32(1), rows.GetInt32(2), new PatientId(rows.GetString(4), rows.GetString(3))));
        return removed;
    }

    List<RecordedChange> Changes(Trace version)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/changes_of_object.sql"), new { object_row = version.Row });
        var changes = new List<RecordedChange>();
        while (rows.Read())
        {
            changes.Add(new RecordedChange(
                rows.GetInt64(0),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)),
                (ChangeAction)rows.GetInt32(2),
                version.Version,
                rows.IsDBNull(3) ? null : (AvailabilityStatus)rows.GetInt32(3),
                rows.GetString(4),
                rows.IsDBNull(5) ? null : rows.GetString(5)));
        }

        return changes;
    }

    // A version that is or was.
    sealed record Trace(long Row, ObjectKind Kind, int Version, PatientId PatientId);
}
