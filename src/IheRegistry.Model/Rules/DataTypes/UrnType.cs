namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>URN: <c>urn:</c>, a namespace identifier and a string that is specific to it (RFC 8141), by its characters.</summary>
static class UrnType
{
    const string Prefix = "urn:";
    const int MinNamespace = 2;
    const int MaxNamespace = 32;

    public static bool IsUrn(string value)
    {
        if (!value.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return false;
        var rest = value.AsSpan(Prefix.Length);
        var colon = rest.IndexOf(':');
        return colon is >= MinNamespace and <= MaxNamespace && colon < rest.Length - 1
            && IsNamespace(rest[..colon]) && UriType.Problem(value) is null;
    }

    static bool IsNamespace(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
            if (!char.IsAsciiLetterOrDigit(letter) && letter != '-') return false;
        return text[0] != '-' && text[^1] != '-';
    }
}
