using IheRegistry.Tests.Shared.Metadata;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Sequences;

/// <summary>What a registry of one patient and one folder should know: the model that predicts every answer.</summary>
sealed class RegistryModel
{
    /// <summary>The documents, by their newest versions.</summary>
    public List<ModelObject> Documents { get; } = [];

    /// <summary>The folder.</summary>
    public ModelObject Folder { get; } = new();

    /// <summary>The documents whose newest versions the folder's newest version holds.</summary>
    public HashSet<ModelObject> Members { get; } = [];

    /// <summary>A document, by any number.</summary>
    public ModelObject Document(int index) => Documents[index % Documents.Count];

    /// <summary>A document was registered, in place of another one or not.</summary>
    public void Register(ModelObject document, ModelObject? replaced = null)
    {
        Documents.Add(document);
        if (replaced is null) return;
        replaced.IsApproved = false;
        if (Folder.IsApproved && Members.Contains(replaced)) Members.Add(document);
    }

    /// <summary>A document or the folder got a new version.</summary>
    public void Supersede(ModelObject item, string entryUuid, bool propagates)
    {
        if (item == Folder) Members.RemoveWhere(member => !propagates || !member.IsApproved);
        else if (!propagates || !Folder.IsApproved) Members.Remove(item);
        (item.EntryUuid, item.Version, item.IsApproved) = (entryUuid, item.Version + 1, true);
    }
}

/// <summary>An object by its newest version.</summary>
sealed class ModelObject
{
    public string LogicalId { get; } = NewUuid();

    public string UniqueId { get; } = SubmissionBuilder.NewOid();

    public string EntryUuid { get; set; } = "";

    public int Version { get; set; } = 1;

    public bool IsApproved { get; set; } = true;

    public static string NewUuid() => $"urn:uuid:{Guid.NewGuid()}";
}
