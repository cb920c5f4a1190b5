using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>The objects of a submission, in the order sent and by id.</summary>
sealed class SubmittedObjects
{
    readonly Dictionary<string, SubmittedObject> _byId;

    public SubmittedObjects(RegistryObjectList list)
    {
        _byId = new Dictionary<string, SubmittedObject>(list.Objects.Count, StringComparer.Ordinal);
        var all = new SubmittedObject[list.Objects.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = new SubmittedObject(list.Objects[i]);
            if (all[i].Source.Id is not { } id) continue;
            if (!_byId.TryAdd(id, all[i])) Repeated.Add(all[i]);
        }

        All = all;
    }

    public IReadOnlyList<SubmittedObject> All { get; }

    /// <summary>Objects whose id another object before them has.</summary>
    public List<SubmittedObject> Repeated { get; } = [];

    public SubmittedObject? Find(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>The first SubmissionSet.</summary>
    public SubmittedObject? SubmissionSet
    {
        get
        {
            foreach (var item in All)
                if (item.Kind == ObjectKind.SubmissionSet) return item;
            return null;
        }
    }
}
