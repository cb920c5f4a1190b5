using IheRegistry.Model.Identity;
using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Rules;

/// <summary>
/// Gives a submission its final ids (ITI TF-2 3.42.4.1.3.7): a new UUID for each symbolic id, the same wherever it stands, and for each id
/// that is absent; valid UUIDs stay. Objects of a registration are first versions, so that logicalID is entryUUID; new versions keep the
/// logicalID that they are sent with.
/// </summary>
public static class AssignUuids
{
    /// <summary>The same submission with UUIDs for ids; it must have passed the rules.</summary>
    public static RegistryObjectList In(RegistryObjectList submitted)
    {
        var assigned = new Dictionary<string, string>(submitted.Objects.Count, StringComparer.Ordinal);
        foreach (var item in submitted.Objects)
            if (item.Id is not null && !EntryUuid.IsValid(item.Id)) assigned[item.Id] = EntryUuid.New();

        var objects = new RegistryObject[submitted.Objects.Count];
        for (var i = 0; i < objects.Length; i++) objects[i] = Assign(submitted.Objects[i], assigned);
        return submitted with { Objects = objects };
    }

    static RegistryObject Assign(RegistryObject item, Dictionary<string, string> assigned)
    {
        var id = Resolve(item.Id, assigned) ?? EntryUuid.New();
        return item with
        {
            Id = id,
            LogicalId = IsOwn(item) ? id : item.LogicalId,
            SourceObject = Resolve(item.SourceObject, assigned),
            TargetObject = Resolve(item.TargetObject, assigned),
            Slots = WithoutRepeats(item.Slots),
            Classifications = [.. item.Classifications.Select(c => c with { Id = OwnId(c.Id), ClassifiedObject = id })],
            ExternalIdentifiers = [.. item.ExternalIdentifiers.Select(e => e with { Id = OwnId(e.Id), RegistryObject = id })],
        };
    }

    // The rules let another logicalID pass in an update only.
    static bool IsOwn(RegistryObject item) => string.IsNullOrEmpty(item.LogicalId) || item.LogicalId == item.Id;

    // The rules tolerate a slot that is sent again word for word; receivers of answers may not.
    static IReadOnlyList<Slot> WithoutRepeats(IReadOnlyList<Slot> slots)
    {
        var names = new HashSet<string>(slots.Count, StringComparer.Ordinal);
        foreach (var slot in slots)
            if (!names.Add(slot.Name)) return [.. slots.DistinctBy(s => s.Name)];
        return slots;
    }

    static string? Resolve(string? id, Dictionary<string, string> assigned) =>
        id is not null && assigned.TryGetValue(id, out var uuid) ? uuid : id;

    static string OwnId(string? id) => EntryUuid.IsValid(id) ? id! : EntryUuid.New();
}
