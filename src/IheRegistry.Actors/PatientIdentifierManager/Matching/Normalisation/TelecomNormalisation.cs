using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Telephone numbers as national significant numbers, email addresses in lower case.</summary>
static class TelecomNormalisation
{
    /// <summary>Subscriber numbers of six digits are the shortest in use; what is shorter is a service or an extension.</summary>
    public const int ShortestNumber = 6;

    /// <summary>How many digits at the end tell subscribers apart where area codes are left out.</summary>
    public const int SubscriberDigits = 8;

    /// <summary>E.164 allows fifteen, and prefixes come before.</summary>
    const int LongestNumber = 18;

    /// <summary>From this length on, a number that begins with China's 86 has it as its country code.</summary>
    const int ShortestWithCountry = 12;

    /// <summary>The number or address; empty when there is none.</summary>
    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsEmail(text)) return Email(text);
        var mark = text.AsSpan().IndexOfAny('#', '＃');
        var number = mark < 0 ? "" : Digits(Folding.Compact(text[..mark]));
        if (number.Length < ShortestNumber) number = Digits(Folding.Compact(text));
        for (var shorter = WithoutPrefix(number); shorter != number; shorter = WithoutPrefix(number)) number = shorter;
        return number;
    }

    public static bool IsEmail(string text) => text.AsSpan().IndexOfAny('@', '＠') >= 0;

    public static string Email(string text) =>
        new([.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xfee0) : c).Select(char.ToLowerInvariant)]);

    /// <summary>The digits up to a letter, which begins an extension as a number sign does.</summary>
    static string Digits(string compact)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var length = 0;
        foreach (var c in compact)
        {
            if (char.IsAsciiDigit(c) && length < LongestNumber) digits[length++] = c;
            else if (length >= ShortestNumber) break;
        }
        return new string(digits[..length]);
    }

    /// <summary>One prefix less: of international calls, of China, of North America, of calls between areas.</summary>
    static string WithoutPrefix(string number)
    {
        if (number.Length <= ShortestNumber || IsChineseMobile(number)) return number;
        if (number[0] == '0') return number[1..];
        if (number.Length >= ShortestWithCountry && number.StartsWith("86", StringComparison.Ordinal)) return number[2..];
        return number.Length == 11 && number[0] == '1' ? number[1..] : number;
    }

    static bool IsChineseMobile(string number) => number.Length == 11 && number[0] == '1' && number[1] is >= '3' and <= '9';
}
