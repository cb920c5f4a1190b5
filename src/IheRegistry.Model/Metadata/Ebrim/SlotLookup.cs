namespace IheRegistry.Model.Metadata.Ebrim;

/// <summary>Finding a slot by name: lists are short, a scan beats a dictionary.</summary>
public static class SlotLookup
{
    /// <summary>The values of the first slot of that name, or null when there is none.</summary>
    public static IReadOnlyList<string>? Values(this IReadOnlyList<Slot> slots, string name)
    {
        foreach (var slot in slots)
            if (slot.Name == name) return slot.Values;
        return null;
    }
}
