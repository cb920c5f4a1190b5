using IheRegistry.Model.Metadata.Ebrim;

namespace IheRegistry.Model.Metadata.Mapping;

/// <summary>Slots of new objects, and those that XDS does not define.</summary>
static class SlotMapping
{
    public static void Add(this List<Slot> slots, string name, string? value)
    {
        if (value is not null) slots.Add(new Slot(name, value));
    }

    public static void Add(this List<Slot> slots, string name, IReadOnlyList<string> values)
    {
        if (values.Count > 0) slots.Add(new Slot(name, values));
    }

    /// <summary>Slots that the rules took as extra metadata: urn: names that are not IHE's.</summary>
    public static IReadOnlyList<Slot> ExtraMetadata(this RegistryObject item)
    {
        List<Slot>? extra = null;
        foreach (var slot in item.Slots)
        {
            if (slot.Name.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && slot.Name != SlotNames.ReferenceIdList)
                (extra ??= []).Add(slot);
        }

        return extra ?? (IReadOnlyList<Slot>)[];
    }
}
