namespace IheRegistry.Benchmarks.Messages;

/// <summary>Numbers of eighteen digits that do not repeat and lie all over the range, as identifiers of many sources do.</summary>
static class UniqueNumbers
{
    const ulong Range = 1_000_000_000_000_000_000;

    static ulong _state = (ulong)DateTime.UtcNow.Ticks;

    /// <summary>The next number (splitmix64).</summary>
    internal static long Next()
    {
        var z = Interlocked.Add(ref _state, 0x9E3779B97F4A7C15);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return (long)((z ^ (z >> 31)) % Range);
    }
}
