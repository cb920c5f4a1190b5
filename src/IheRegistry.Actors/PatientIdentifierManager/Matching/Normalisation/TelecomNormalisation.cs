namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Telephone numbers as national significant numbers, email addresses in lower case.</summary>
static class TelecomNormalisation
{
    /// <summary>Subscriber numbers of six digits are the shortest in use; what is shorter is a service or an extension.</summary>
    public const int ShortestNumber = 6;

    /// <summary>How many digits at the end tell subscribers apart where area codes are left out.</summary>
    public const int SubscriberDigits = 8;

    const int LongestNumber = 15;

    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains('＠', StringComparison.Ordinal)) return Email(text);
        var number = Digits(text, out var isInternational);
        return WithoutPrefixes(number, isInternational);
    }

    static string Email(string text) =>
        new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xfee0) : c).Select(char.ToLowerInvariant)]);

    /// <summary>The digits up to an extension, which begins with a letter or a number sign.</summary>
    static string Digits(string text, out bool isInternational)
    {
        isInternational = false;
        Span<char> digits = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var c in text)
        {
            var plain = c is >= '！' and <= '～' ? (char)(c - 0xfee0) : c;
            if (length == 0 && plain == '+') isInternational = true;
            else if (char.IsAsciiDigit(plain) && length < LongestNumber) digits[length++] = plain;
            else if (length >= ShortestNumber && (char.IsLetter(plain) || plain is '#' or '*')) break;
        }
        return new string(digits[..length]);
    }

    static string WithoutPrefixes(string number, bool isInternational)
    {
        if (number.StartsWith("00", StringComparison.Ordinal)) (number, isInternational) = (number[2..], true);
        if (IsChineseMobile(number)) return number;
        if (number.Length == 13 && number.StartsWith("86", StringComparison.Ordinal) && IsChineseMobile(number[2..])) return number[2..];
        if (isInternational && number.StartsWith("86", StringComparison.Ordinal)) return number[2..];
        if (number.Length == 12 && number[0] == '0' && IsChineseMobile(number[1..])) return number[1..];
        if (number.Length == 11 && number[0] == '1') return number[1..];
        return number.Length > ShortestNumber ? number.TrimStart('0') : number;
    }

    static bool IsChineseMobile(string number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9';
}
