namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>size: a number of bytes.</summary>
static class SizeType
{
    /// <summary>Digits that always fit a signed 64-bit number.</summary>
    const int MaxDigits = 18;

    public static string? Problem(string value) =>
        value.Length is > 0 and <= MaxDigits && !value.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? null
            : "is not a number of bytes";
}
