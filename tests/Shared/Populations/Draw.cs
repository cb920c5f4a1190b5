namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Chance that a seed repeats.</summary>
sealed class Draw(int seed)
{
    readonly Random _random = new(seed);

    public bool Chance(double share) => _random.NextDouble() < share;

    public int Below(int end) => _random.Next(end);

    public T One<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    public T Weighted<T>(IReadOnlyList<T> values, Func<T, int> weight)
    {
        var at = _random.Next(values.Sum(weight));
        foreach (var value in values)
            if ((at -= weight(value)) < 0) return value;
        return values[^1];
    }

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + _random.Next(10))));

    public T[] Shuffled<T>(IEnumerable<T> values)
    {
        var shuffled = values.ToArray();
        _random.Shuffle(shuffled);
        return shuffled;
    }
}
