namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// URN: <c>urn:</c>, a namespace identifier and a string that is specific to it (RFC 8141), by its characters. The string may be missing, as
/// in names of extra metadata that are in use.
/// </summary>
static class UrnType
{
    const string Prefix = "urn:";
    const int MinNamespace = 2;
    const int MaxNamespace = 32;

    public static bool IsUrn(string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = value.AsSpan(Prefix.Length);
        var end = rest.IndexOf(':') is >= 0 and var colon ? colon : rest.Length;
        return end is >= MinNamespace and <= MaxNamespace && end != rest.Length - 1
            && IsNamespace(rest[..end]) && UriType.Problem(value) is null;
    }

    static bool IsNamespace(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-') return false;
        return text[0] != '-' && text[^1] != '-';
    }
}
