using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;

namespace IheRegistry.Actors.Tests.DocumentRegistry;

/// <summary>The registry as a set of objects and links between them: what a removal must be answered, in twenty lines.</summary>
sealed class RemovalModel
{
    readonly Dictionary<string, ObjectKind> _objects = [];
    readonly Dictionary<string, (AssociationType Type, string Source, string Target)> _links = [];

    public IReadOnlyCollection<string> Objects => _objects.Keys;

    public IEnumerable<string> Of(ObjectKind kind) => _objects.Where(item => item.Value == kind).Select(item => item.Key);

    public void Add(string id, ObjectKind kind) => _objects.TryAdd(id, kind);

    public void Link(string id, AssociationType type, string source, string target) => _links.TryAdd(id, (type, source, target));

    /// <summary>The object with everything that would dangle or be left without it.</summary>
    public IReadOnlySet<string> Closure(string id)
    {
        var all = new HashSet<string> { id };
        while (true)
        {
            var more = _links.Where(l => all.Contains(l.Value.Source) || all.Contains(l.Value.Target)).Select(l => l.Key).Concat(Left(all)).Except(all).ToList();
            if (more.Count == 0) return all;
            all.UnionWith(more);
        }
    }

    /// <summary>The codes that a removal is refused for; where there is none, it is done.</summary>
    public IReadOnlySet<XdsErrorCode> Remove(IReadOnlyCollection<string> ids)
    {
        var removed = ids.Where(_objects.ContainsKey).ToHashSet();
        var codes = new HashSet<XdsErrorCode>();
        if (ids.Any(id => !_objects.ContainsKey(id))) codes.Add(XdsErrorCode.UnresolvedReferenceException);
        if (_links.Any(l => !removed.Contains(l.Key) && (removed.Contains(l.Value.Source) || removed.Contains(l.Value.Target))))
            codes.Add(XdsErrorCode.ReferencesExistException);
        if (Left(removed).Any()) codes.Add(XdsErrorCode.XDSUnreferencedObjectException);
        foreach (var id in codes.Count == 0 ? removed : [])
        {
            _objects.Remove(id);
            _links.Remove(id);
        }

        return codes;
    }

    // Losing its last SubmissionSet, or as a SubmissionSet its last Association.
    IEnumerable<string> Left(IReadOnlySet<string> removed) =>
        from id in _objects.Keys
        where !removed.Contains(id)
        let holding = _links.Where(l => _objects[id] == ObjectKind.SubmissionSet ? l.Value.Source == id || l.Value.Target == id : IsSubmission(l.Value) && l.Value.Target == id).ToList()
        where holding.Count > 0 && holding.TrueForAll(l => removed.Contains(l.Key))
        select id;

    bool IsSubmission((AssociationType Type, string Source, string Target) link) =>
        link.Type == AssociationType.HasMember && _objects[link.Source] == ObjectKind.SubmissionSet;
}
