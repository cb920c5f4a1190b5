using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// What must be true of the registry after a removal of metadata (ITI TF Supplement RMD, 3.62.4.1.3): no Association without an end, and
/// nothing that is in no SubmissionSet, nor a SubmissionSet that has nothing (ITI TF-3 4.2.1.1, 4.2.2.1).
/// </summary>
sealed class RemovalRules(RemovalSnapshot registry, IReadOnlyCollection<string> requested)
{
    // Of what refers to an object as many are named as help a person; the ErrorList bounds the findings themselves.
    const int MaxNamed = 20;

    readonly HashSet<string> _removed = [.. requested.Select(registry.Object).OfType<KnownObject>().Select(item => item.EntryUuid)];

    /// <summary>The objects to remove, each once, in the order of the request.</summary>
    internal IReadOnlyList<KnownObject> Objects { get; } =
        [.. requested.Select(registry.Object).OfType<KnownObject>().DistinctBy(item => item.EntryUuid)];

    /// <summary>The ids of the request that are no object's, each once.</summary>
    internal IReadOnlyList<string> Unknown { get; } = [.. requested.Where(id => registry.Object(id) is null).Distinct()];

    // The Associations that go, each once.
    IEnumerable<KnownLink> RemovedLinks =>
        Objects.SelectMany(item => registry.LinksOf(item.EntryUuid).Where(link => link.EntryUuid == item.EntryUuid));

    /// <summary>Finds everything that stands against the removal.</summary>
    internal void Check(ErrorList errors)
    {
        foreach (var id in Unknown)
        {
            errors.Add(
                XdsErrorCode.UnresolvedReferenceException,
                $"The registry has no object '{id}' (ITI TF Supplement RMD, 3.62.4.1.3).",
                id);
        }

        foreach (var item in Objects) CheckReferences(item, errors);
        foreach (var end in RemovedLinks.SelectMany(link => new[] { link.Source, link.Target }).Distinct().Where(end => !_removed.Contains(end)))
            CheckLeft(registry.Object(end)!, errors);
    }

    /// <summary>Folders that stay and lose documents.</summary>
    internal IReadOnlyList<KnownObject> ChangedFolders =>
    [
        .. RemovedLinks
            .Where(link => link.Type == AssociationType.HasMember && link.SourceKind == ObjectKind.Folder && !_removed.Contains(link.Source))
            .Select(link => link.Source)
            .Distinct()
            .Select(folder => registry.Object(folder)!),
    ];

    /// <summary>The patient of an object; an Association's is that of its source.</summary>
    internal string? PatientOf(KnownObject item) =>
        (item.Kind == ObjectKind.Association ? registry.Object(SourceOf(item)) : item)?.PatientId?.ToString();

    string SourceOf(KnownObject association) =>
        registry.LinksOf(association.EntryUuid).First(link => link.EntryUuid == association.EntryUuid).Source;

    void CheckReferences(KnownObject item, ErrorList errors)
    {
        var referring = Remaining(item.EntryUuid).Select(link => link.EntryUuid).ToList();
        if (referring.Count == 0) return;
        var more = referring.Count > MaxNamed ? $" and {referring.Count - MaxNamed} more" : "";
        errors.Add(
            XdsErrorCode.ReferencesExistException,
            $"{item.Kind} '{item.EntryUuid}' cannot be removed: Association {string.Join(", ", referring.Take(MaxNamed))}{more} would stay and refer to it "
            + "(ITI TF Supplement RMD, 3.62.4.1.3).",
            item.EntryUuid);
    }

    void CheckLeft(KnownObject item, ErrorList errors)
    {
        var isLeft = item.Kind == ObjectKind.SubmissionSet
            ? !Remaining(item.EntryUuid).Any()
            : LosesSubmission(item.EntryUuid) && !Remaining(item.EntryUuid).Any(link => IsSubmissionOf(link, item.EntryUuid));
        if (!isLeft) return;
        var left = item.Kind == ObjectKind.SubmissionSet ? "with no member" : "in no SubmissionSet";
        errors.Add(
            XdsErrorCode.XDSUnreferencedObjectException,
            $"{item.Kind} '{item.EntryUuid}' would be left {left} (ITI TF Supplement RMD, 3.62.4.1.3).",
            item.EntryUuid);
    }

    bool LosesSubmission(string uuid) =>
        registry.LinksOf(uuid).Any(link => _removed.Contains(link.EntryUuid) && IsSubmissionOf(link, uuid));

    static bool IsSubmissionOf(KnownLink link, string uuid) => link.IsSubmission && link.Target == uuid;

    // An Association is among its own links; it does not refer to itself.
    IEnumerable<KnownLink> Remaining(string uuid) =>
        registry.LinksOf(uuid).Where(link => !_removed.Contains(link.EntryUuid) && link.EntryUuid != uuid);
}
