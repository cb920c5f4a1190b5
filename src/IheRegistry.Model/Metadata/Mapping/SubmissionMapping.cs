using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>A submission between ebRIM and typed values. What is read must have passed the rules and have its ids assigned.</summary>
public static class SubmissionMapping
{
    /// <summary>Reads the objects of a list.</summary>
    /// <exception cref="ArgumentException">The list has no SubmissionSet: it was not checked.</exception>
    public static Submission Read(RegistryObjectList list)
    {
        SubmissionSet? set = null;
        var entries = new List<DocumentEntry>();
        var folders = new List<Folder>();
        var associations = new List<Association>(list.Objects.Count);
        foreach (var item in list.Objects)
        {
            if (item.Element == EbrimElement.ExtrinsicObject) entries.Add(DocumentEntryMapping.Read(item));
            else if (item.Element == EbrimElement.Association) associations.Add(AssociationMapping.Read(item));
            else if (item.Classifications.Any(c => c.Node == SchemeUuids.Folder)) folders.Add(FolderMapping.Read(item));
            else set = SubmissionSetMapping.Read(item);
        }

        return new Submission(set ?? throw new ArgumentException("The list has no SubmissionSet.", nameof(list)), entries, folders, associations);
    }

    /// <summary>The list that a submission makes, for a request that sends it.</summary>
    public static RegistryObjectList ToEbrim(this Submission submission) => new(
        [
            .. submission.DocumentEntries.Select(e => e.Source),
            submission.SubmissionSet.Source,
            .. submission.Folders.Select(f => f.Source),
            .. submission.Associations.Select(a => a.Object),
        ],
        [],
        []);
}
