using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Writes accepted submissions into the registry's tables, on the writer's connection.</summary>
sealed class ObjectTables
{
    const string Folder = "Registry/Sql/";

    readonly StatementCache _statements;
    readonly PatientTable _patients;
    long _lastRow;
    long _submissionRow;

    internal ObjectTables(StatementCache statements, PatientTable patients)
    {
        (_statements, _patients) = (statements, patients);
        // One writer allots the rows; a refused write leaves a gap, which does not matter.
        using var reader = statements[Folder + "max_object_row.sql"].Query();
        reader.Read();
        _lastRow = reader.GetInt64(0);
    }

    internal void Write(RegistryChange change)
    {
        var submission = change.Submission;
        var rows = new Dictionary<string, long>();
        WriteSubmissionSet(change, rows);
        foreach (var entry in submission.DocumentEntries) WriteDocumentEntry(change, entry, rows);
        foreach (var folder in submission.Folders) WriteFolder(change, folder, rows);
        AllotAssociations(change, rows);
        foreach (var association in submission.Associations) WriteAssociation(association, rows);
        foreach (var document in change.Documents) WriteStoredDocument(document);
        foreach (var deprecated in change.Deprecated) Deprecate(change, deprecated);
        foreach (var item in change.StatusChanges) ChangeStatus(change, item);
        foreach (var folder in change.ChangedFolders) Touch(change, folder);
    }

    void WriteSubmissionSet(RegistryChange change, Dictionary<string, long> rows)
    {
        var set = change.Submission.SubmissionSet;
        var row = Allot(change, set.EntryUuid, ObjectKind.SubmissionSet, rows);
        Run("insert_unique_id.sql", set.UniqueId, (int)ObjectKind.SubmissionSet, row, null, null);
        Run("insert_submission_set.sql", row, UuidBytes.Of(set.EntryUuid), set.UniqueId, RowOf(set.PatientId), set.SourceId,
            TimeKey(set.SubmissionTime), set.ContentTypeCode?.ToString(), change.By, change.Digest.ToArray(), change.Warnings);
        WriteAuthors(row, set.Authors);
    }

    void WriteDocumentEntry(RegistryChange change, DocumentEntry entry, Dictionary<string, long> rows)
    {
        var row = Allot(change, entry.EntryUuid, ObjectKind.DocumentEntry, rows);
        Run("insert_unique_id.sql", entry.UniqueId, (int)ObjectKind.DocumentEntry, row, entry.Hash?.ToLowerInvariant(), entry.Size);
        if (change.Supersedes.TryGetValue(entry.EntryUuid, out var superseded)) FollowVersion(entry, superseded);
        Run("insert_document_entry.sql", row, UuidBytes.Of(entry.EntryUuid), UuidBytes.Of(entry.LogicalId), Version(change, entry.EntryUuid), entry.UniqueId,
            RowOf(entry.PatientId), entry.OnDemand ? 1 : 0, entry.Offline ? 1 : 0,
            entry.ClassCode?.ToString(), entry.TypeCode?.ToString(), entry.FormatCode?.ToString(),
            entry.HealthcareFacilityTypeCode?.ToString(), entry.PracticeSettingCode?.ToString(),
            TimeKey(entry.CreationTime), TimeKey(entry.ServiceStartTime), TimeKey(entry.ServiceStopTime),
            entry.Title, entry.RepositoryUniqueId, entry.SourcePatientId);
        LogPatient(change, entry.EntryUuid, entry.PatientId, row);
        WriteCodes(row, CodedColumn.Confidentiality, entry.ConfidentialityCodes);
        WriteCodes(row, CodedColumn.Event, entry.EventCodes);
        WriteAuthors(row, entry.Authors);
        foreach (var reference in entry.ReferenceIds) Run("insert_reference_id.sql", row, reference);
    }

    void FollowVersion(DocumentEntry entry, KnownObject superseded)
    {
        Run("update_unique_id.sql", entry.Hash?.ToLowerInvariant(), entry.Size, entry.UniqueId);
        Run("follow_document_version.sql", entry.PatientId.ToString(), UuidBytes.Of(entry.EntryUuid),
            string.Join(' ', entry.ConfidentialityCodes), entry.UniqueId, UuidBytes.Of(superseded.EntryUuid));
    }

    void WriteFolder(RegistryChange change, Folder folder, Dictionary<string, long> rows)
    {
        var row = Allot(change, folder.EntryUuid, ObjectKind.Folder, rows);
        Run("insert_unique_id.sql", folder.UniqueId, (int)ObjectKind.Folder, row, null, null);
        Run("insert_folder.sql", row, UuidBytes.Of(folder.EntryUuid), UuidBytes.Of(folder.LogicalId), Version(change, folder.EntryUuid), folder.UniqueId,
            RowOf(folder.PatientId), TimeKey(Dtm.From(change.At)));
        LogPatient(change, folder.EntryUuid, folder.PatientId, row);
        WriteCodes(row, CodedColumn.FolderCode, folder.Codes);
    }

    // Rows first: an association may be the target of another one, in any order.
    void AllotAssociations(RegistryChange change, Dictionary<string, long> rows)
    {
        foreach (var association in change.Submission.Associations)
            Allot(change, association.EntryUuid, ObjectKind.Association, rows);
    }

    void WriteAssociation(Association association, Dictionary<string, long> rows) =>
        Run("insert_association.sql", rows[association.EntryUuid], UuidBytes.Of(association.EntryUuid), (int)association.Type,
            RowOf(association.Source, rows), RowOf(association.Target, rows), association.Original is { } original ? (original ? 1 : 0) : null);

    void WriteStoredDocument(StoredDocument document) =>
        Run("insert_stored_document.sql", document.UniqueId, document.Owner, Convert.FromHexString(document.Sha256.ToString()), Convert.FromHexString(document.Sha1),
            document.Size, document.MimeType, document.PatientId, UuidBytes.Of(document.EntryUuid), document.ConfidentialityCode,
            document.At.ToUnixTimeMilliseconds());

    void Deprecate(RegistryChange change, KnownObject deprecated)
    {
        SetStatus(deprecated, AvailabilityStatus.Deprecated);
        Log(change, ChangeAction.Deprecated, deprecated.Row, AvailabilityStatus.Deprecated);
    }

    void ChangeStatus(RegistryChange change, StatusChange item)
    {
        SetStatus(item.Object, item.Status);
        Log(change, ChangeAction.StatusChanged, item.Object.Row, item.Status);
    }

    void SetStatus(KnownObject item, AvailabilityStatus status) => Run(
        item.Kind switch
        {
            ObjectKind.DocumentEntry => "set_status_of_document_entry.sql",
            ObjectKind.Folder => "set_status_of_folder.sql",
            ObjectKind.Association => "set_status_of_association.sql",
            _ => "set_status_of_submission_set.sql",
        },
        (int)status,
        item.Row);

    void Touch(RegistryChange change, KnownObject folder)
    {
        Run("touch_folder.sql", TimeKey(Dtm.From(change.At)), folder.Row);
        Log(change, ChangeAction.FolderChanged, folder.Row);
    }

    void WriteCodes(long row, CodedColumn attribute, IReadOnlyList<Code> codes)
    {
        foreach (var code in codes) Run("insert_object_code.sql", row, (int)attribute, code.ToString());
    }

    void WriteAuthors(long row, IReadOnlyList<Author> authors)
    {
        foreach (var author in authors)
            if (author.Person is not null) Run("insert_author_person.sql", row, author.Person);
    }

    long Allot(RegistryChange change, string entryUuid, ObjectKind kind, Dictionary<string, long> rows)
    {
        var row = ++_lastRow;
        rows.Add(entryUuid, row);
        Run("insert_entry_uuid.sql", row, UuidBytes.Of(entryUuid), (int)kind);
        Run("insert_fragment.sql", row, change.Fragments[entryUuid]);
        if (kind == ObjectKind.SubmissionSet) _submissionRow = row;
        Log(change, change.Supersedes.ContainsKey(entryUuid) ? ChangeAction.NewVersion : ChangeAction.Registered, row);
        return row;
    }

    void Log(RegistryChange change, ChangeAction action, long row, AvailabilityStatus? status = null) =>
        Run("insert_change.sql", change.At.ToUnixTimeMilliseconds(), (int)action, row, change.By, (int?)status, _submissionRow);

    static int Version(RegistryChange change, string entryUuid) =>
        change.Supersedes.TryGetValue(entryUuid, out var superseded) ? superseded.Version + 1 : 1;

    void LogPatient(RegistryChange change, string entryUuid, PatientId patient, long row)
    {
        if (change.Supersedes.TryGetValue(entryUuid, out var superseded) && superseded.PatientId != patient)
            Log(change, ChangeAction.PatientChanged, row);
    }

    long RowOf(string entryUuid, Dictionary<string, long> rows)
    {
        if (rows.TryGetValue(entryUuid, out var row)) return row;
        using var reader = _statements[Folder + "find_object.sql"].Query(UuidBytes.Of(entryUuid));
        return reader.Read() ? reader.GetInt64(0) : throw new InvalidOperationException($"No object {entryUuid}: the rules let a dangling end pass.");
    }

    // The id as submitted, not the one it resolves to: a merge can be undone.
    long RowOf(PatientId patient) =>
        _patients.Find(patient)?.Row ?? throw new InvalidOperationException("The rules let an unknown patient pass.");

    static long? TimeKey(string? time) => Dtm.TryToKey(time, out var key) ? key : null;

    void Run(string file, params ReadOnlySpan<object?> values) => _statements[Folder + file].Execute(values);
}
