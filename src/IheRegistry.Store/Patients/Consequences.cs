using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What a change brought about besides what was asked for, gathered while it is made.</summary>
sealed class Consequences
{
    readonly Dictionary<long, (long? Was, long? Is)> _owners = [];

    /// <summary>Ids that lead to another one by it.</summary>
    internal List<MergedIds> Merged { get; } = [];

    /// <summary>Ids that led to another one, and do no more.</summary>
    internal List<MergedIds> Unmerged { get; } = [];

    /// <summary>EPIDs of persons that were opened.</summary>
    internal List<PatientId> NewEpids { get; } = [];

    /// <summary>Objects of the registry that moved.</summary>
    internal List<string> MovedObjects { get; } = [];

    /// <summary>Review items that were opened.</summary>
    internal List<long> Reviews { get; } = [];

    /// <summary>Records that have another person than before, in their order.</summary>
    internal IEnumerable<(long Record, long? Was, long? Is)> Owners =>
        _owners.Where(item => item.Value.Was != item.Value.Is).OrderBy(item => item.Key).Select(item => (item.Key, item.Value.Was, item.Value.Is));

    /// <summary>Persons that gained or lost records, or whose records changed.</summary>
    internal SortedSet<long> Persons { get; } = [];

    /// <summary>A record has another person.</summary>
    internal void AddOwner(long record, long? was, long? owner)
    {
        _owners[record] = (_owners.TryGetValue(record, out var earlier) ? earlier.Was : was, owner);
        if (was is { } left) Persons.Add(left);
        if (owner is { } joined) Persons.Add(joined);
    }
}
