using System.Globalization;

namespace IheRegistry.Benchmarks.Ratio;

/// <summary>What a ratio should be.</summary>
/// <param name="Value">The limit.</param>
/// <param name="IsLeast">The limit is the least; otherwise the most.</param>
sealed record Bound(double Value, bool IsLeast)
{
    internal static Bound AtLeast(double value) => new(value, IsLeast: true);

    internal static Bound AtMost(double value) => new(value, IsLeast: false);

    internal bool Holds(double ratio) => IsLeast ? ratio >= Value : ratio <= Value;

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? ">=" : "<=")} {Value:0.##}");
}
