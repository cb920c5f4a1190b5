using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Rules.Attributes;

namespace IheRegistry.Model.Metadata.History;

/// <summary>What differs between two versions of an object, attribute by attribute. Ids and versions differ always and are not told.</summary>
public static class MetadataDifference
{
    /// <summary>The differences, in the order of the attributes' names.</summary>
    public static IReadOnlyList<AttributeDifference> Between(ObjectKind kind, RegistryObject before, RegistryObject after)
    {
        var (old, current) = (Attributes(kind, before), Attributes(kind, after));
        return
        [
            .. old.Keys.Union(current.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => new AttributeDifference(name, old.GetValueOrDefault(name) ?? [], current.GetValueOrDefault(name) ?? []))
                .Where(difference => !difference.Before.SequenceEqual(difference.After, StringComparer.Ordinal)),
        ];
    }

    static Dictionary<string, List<string>> Attributes(ObjectKind kind, RegistryObject item)
    {
        var table = AttributeTable.Of(kind);
        var attributes = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Add("objectType", item.Element == EbrimElement.ExtrinsicObject ? item.ObjectType : null);
        Add("mimeType", item.MimeType);
        foreach (var text in item.Name) Add("title", text.Value);
        foreach (var text in item.Description) Add("comments", text.Value);
        // The registry's own, told by the change log.
        foreach (var slot in item.Slots.Where(slot => slot.Name != SlotNames.LastUpdateTime))
            foreach (var value in slot.Values) Add(slot.Name, value);
        foreach (var row in table.Classifications)
            foreach (var classification in item.ClassifiedBy(row.Scheme)) Add(row.Name, Text(row, classification));
        foreach (var row in table.Identifiers) Add(row.Name, item.Identifier(row.Scheme));
        return attributes;

        void Add(string name, string? value)
        {
            if (string.IsNullOrEmpty(value)) return;
            if (!attributes.TryGetValue(name, out var values)) attributes.Add(name, values = []);
            values.Add(value);
        }
    }

    // A code as queries write it, with what it means; an author as its parts.
    static string Text(ClassificationAttribute row, Classification classification)
    {
        if (row.Coded is null)
            return string.Join("; ", classification.Slots.Select(slot => $"{slot.Name}: {string.Join(", ", slot.Values)}"));
        var code = $"{classification.NodeRepresentation}^^{classification.SlotValues(SlotNames.CodingScheme)?.FirstOrDefault()}";
        return classification.Name.First() is { Length: > 0 } display ? $"{code} ({display})" : code;
    }
}
