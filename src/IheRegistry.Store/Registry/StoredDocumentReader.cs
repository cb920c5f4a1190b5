using Dapper;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Reads the repository's rows.</summary>
sealed class StoredDocumentReader(SqliteConnection connection)
{
    internal IReadOnlyList<StoredDocument> Find(string uniqueId)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/find_stored_documents.sql"), new { unique_id = uniqueId });
        var documents = new List<StoredDocument>();
        while (rows.Read())
        {
            documents.Add(new StoredDocument
            {
                UniqueId = rows.GetString(0),
                Owner = rows.GetString(1),
                Sha256 = ContentId.Of((byte[])rows.GetValue(2)),
                Sha1 = Convert.ToHexStringLower((byte[])rows.GetValue(3)),
                Size = rows.GetInt64(4),
                MimeType = rows.GetString(5),
                PatientId = rows.GetString(6),
                EntryUuid = UuidBytes.ToUrn((byte[])rows.GetValue(7)),
                ConfidentialityCode = rows.GetString(8),
                At = DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(9)),
                Offline = rows.GetInt64(10) != 0,
            });
        }

        return documents;
    }

    /// <summary>A page of the contents after a position; the last page has none.</summary>
    internal IReadOnlyList<ContentKey> ListContents(ContentKey? after)
    {
        var position = new
        {
            owner = after?.Owner ?? "",
            sha256 = after is { } key ? Convert.FromHexString(key.Sha256.ToString()) : [],
        };
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/list_contents.sql"), position);
        var contents = new List<ContentKey>();
        while (rows.Read()) contents.Add(new ContentKey(rows.GetString(0), ContentId.Of((byte[])rows.GetValue(1)), rows.GetInt64(2)));
        return contents;
    }

    internal IReadOnlyList<PendingErasure> ListErasures()
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/list_pending_erasures.sql"));
        var contents = new List<PendingErasure>();
        while (rows.Read()) contents.Add(new PendingErasure(rows.GetString(0), ContentId.Of((byte[])rows.GetValue(1))));
        return contents;
    }

    internal LegalHold? FindLegalHold(string uniqueId)
    {
        using var rows = connection.ExecuteReader(SqlText.Of("Registry/Sql/find_legal_hold.sql"), new { unique_id = uniqueId });
        return rows.Read()
            ? new LegalHold(uniqueId, rows.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(1)), rows.GetString(2))
            : null;
    }

    internal bool IsReferenced(string owner, ContentId sha256) => connection.ExecuteScalar<long?>(
        SqlText.Of("Registry/Sql/content_is_referenced.sql"), new { owner, sha256 = Convert.FromHexString(sha256.ToString()) }) is not null;
}
