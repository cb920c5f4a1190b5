namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>languageCode: a tag of RFC 5646 (formerly RFC 3066), judged by its form; the subtag registry is not consulted.</summary>
static class LanguageTag
{
    const int MaxSubtag = 8;

    public static string? Problem(string value) => IsTag(value) ? null : "is not a language tag of RFC 5646";

    static bool IsTag(ReadOnlySpan<char> value)
    {
        var first = true;
        foreach (var range in value.Split('-'))
        {
            var subtag = value[range];
            if (subtag.Length is 0 or > MaxSubtag) return false;
            foreach (var letter in subtag)
                if (first ? !char.IsAsciiLetter(letter) : !char.IsAsciiLetterOrDigit(letter)) return false;
            first = false;
        }

        return true;
    }
}
