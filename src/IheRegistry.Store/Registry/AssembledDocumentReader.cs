using Dapper;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Reads what was assembled for on-demand entries.</summary>
sealed class AssembledDocumentReader(SqliteConnection connection)
{
    internal AssembledDocument? Find(string entryUuid, string scope)
    {
        using var row = connection.ExecuteReader(
            SqlText.Of("Registry/Sql/find_assembled_document.sql"), new { entry_uuid = UuidBytes.Of(entryUuid), scope });
        if (!row.Read()) return null;
        return new AssembledDocument
        {
            EntryUuid = entryUuid,
            Scope = scope,
            Inputs = (byte[])row.GetValue(0),
            UniqueId = row.GetString(1),
            Sha256 = ContentId.Of((byte[])row.GetValue(2)),
            At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
            SnapshotUuid = row.IsDBNull(4) ? null : UuidBytes.ToUrn((byte[])row.GetValue(4)),
        };
    }
}
