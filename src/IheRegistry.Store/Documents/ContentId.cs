namespace IheRegistry.Store.Documents;

/// <summary>
/// The SHA-256 of a document's bytes: its name in the store. A value of this type is always 64 lower-case hexadecimal digits, so that
/// nothing else can become part of a path.
/// </summary>
public readonly record struct ContentId
{
    const int Digits = 64;

    readonly string? _hex;

    ContentId(string hex) => _hex = hex;

    /// <summary>Names the content with this hash.</summary>
    public static ContentId Of(ReadOnlySpan<byte> sha256)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sha256.Length, Digits / 2, nameof(sha256));
        return new(Convert.ToHexStringLower(sha256));
    }

    /// <summary>Reads a name as <see cref="ToString"/> writes it.</summary>
    public static bool TryParse(string? text, out ContentId id)
    {
        var valid = text is { Length: Digits } && text.All(char.IsAsciiHexDigitLower);
        id = valid ? new(text!) : default;
        return valid;
    }

    /// <summary>Reads a name that this program has written itself, as from a column of its database.</summary>
    public static ContentId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException("Not the SHA-256 of a document in lower-case hexadecimal digits.");

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => _hex ?? throw new InvalidOperationException("No content is named.");
}
