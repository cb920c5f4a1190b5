using System.Collections.Frozen;

namespace IheRegistry.Model.Rules.Attributes;

/// <summary>The slots of an object or classification by name. At most 64: which were seen is kept in a bit mask.</summary>
sealed class SlotTable(params SlotAttribute[] rows)
{
    readonly FrozenDictionary<string, int> _byName =
        rows.Select((row, index) => KeyValuePair.Create(row.Name, index)).ToFrozenDictionary(StringComparer.Ordinal);

    public ReadOnlySpan<SlotAttribute> Rows => rows;

    /// <summary>The row number of a slot name, or -1.</summary>
    public int Find(string name) => _byName.TryGetValue(name, out var row) ? row : -1;
}
