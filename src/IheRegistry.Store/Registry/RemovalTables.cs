using IheRegistry.Model.Metadata;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Takes objects out of the registry's tables, and documents out of the repository's. The change log keeps that they were there.</summary>
sealed class RemovalTables(StatementCache statements)
{
    const string Folder = "Registry/Sql/";

    // Every table that has something of an object, by its row. What is found by the entryUUID goes before it.
    static readonly string[] Statements =
    [
        "delete_assembled_document.sql", "delete_entry_uuid.sql", "delete_fragment.sql", "delete_document_entry.sql", "delete_submission_set.sql",
        "delete_folder.sql", "delete_association.sql", "delete_object_code.sql", "delete_author_person.sql", "delete_reference_id.sql",
    ];

    internal void Write(MetadataRemoval removal)
    {
        foreach (var item in removal.Objects) Remove(removal, item);
        foreach (var item in removal.Objects) Release(item);
        foreach (var folder in removal.ChangedFolders) Touch(removal, folder);
    }

    internal void Write(DocumentRemoval removal)
    {
        foreach (var document in removal.Documents)
        {
            Run("delete_stored_document.sql", document.UniqueId);
            Run("forget_snapshot.sql", UuidBytes.Of(document.EntryUuid));
            Run("insert_document_removal.sql", removal.At.ToUnixTimeMilliseconds(), (int)ChangeAction.DocumentRemoved, removal.By, UuidBytes.Of(document.EntryUuid));
        }

        foreach (var document in removal.Documents)
        {
            Run("insert_pending_erasure.sql", document.Owner, Bytes(document.Sha256), removal.At.ToUnixTimeMilliseconds());
            Run("release_unique_id.sql", document.UniqueId);
        }
    }

    internal void EndErasure(PendingErasure content) => Run("delete_pending_erasure.sql", content.Owner, Bytes(content.Sha256));

    void Remove(MetadataRemoval removal, KnownObject item)
    {
        Run("insert_removed_object.sql", item.Row);
        foreach (var statement in Statements) Run(statement, item.Row);
        if (item.Kind == ObjectKind.DocumentEntry) Run("forget_snapshot.sql", UuidBytes.Of(item.EntryUuid));
        Log(removal, ChangeAction.Removed, item);
    }

    // After all objects are gone: what frees a uniqueId or remains of a document may be removed by the same request.
    void Release(KnownObject item)
    {
        if (item.UniqueId is null) return;
        if (item.Kind == ObjectKind.DocumentEntry)
            Run("follow_remaining_version.sql", UuidBytes.Of(item.LogicalId), item.UniqueId, UuidBytes.Of(item.EntryUuid));
        Run("release_unique_id.sql", item.UniqueId);
    }

    void Touch(MetadataRemoval removal, KnownObject folder)
    {
        Dtm.TryToKey(Dtm.From(removal.At), out var now);
        Run("touch_folder.sql", now, folder.Row);
        Log(removal, ChangeAction.FolderChanged, folder);
    }

    void Log(MetadataRemoval removal, ChangeAction action, KnownObject item) =>
        Run("insert_change.sql", removal.At.ToUnixTimeMilliseconds(), (int)action, item.Row, removal.By, null, null);

    static byte[] Bytes(ContentId id) => Convert.FromHexString(id.ToString());

    void Run(string file, params ReadOnlySpan<object?> values) => statements[Folder + file].Execute(values);
}
