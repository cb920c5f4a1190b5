namespace IheRegistry.Wire.Hl7v3;

/// <summary>Repetitions as they are read; those beyond the limit are counted and not kept.</summary>
sealed class BoundedList<T>
{
    readonly List<T> _items = [];

    internal bool IsTooLong { get; private set; }

    internal IReadOnlyList<T> Items => _items;

    /// <summary>The items, or null when there are none: not said.</summary>
    internal IReadOnlyList<T>? ItemsOrNull => _items.Count == 0 ? null : _items;

    internal void Add(T item)
    {
        if (_items.Count < Hl7v3Limits.MaxRepetitions) _items.Add(item);
        else IsTooLong = true;
    }
}
