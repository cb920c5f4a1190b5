namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>
/// Brings text to the form in which it is compared: lower case, no diacritics, ASCII for full-width, simplified Han characters,
/// hiragana for katakana; everything else that is neither letter nor digit is a single space, and none at the ends.
/// </summary>
/// <remarks>Own tables: the process runs without ICU, where the runtime normalises ASCII only.</remarks>
static class Folding
{
    static readonly string?[] Table = ReadTable();

    /// <summary>Words separated by one space.</summary>
    public static string Words(string? text) => Fold(text, keepSpaces: true, keepStars: false);

    /// <summary>Letters and digits only.</summary>
    public static string Compact(string? text) => Fold(text, keepSpaces: false, keepStars: false);

    /// <summary>Letters and digits only, and the wildcard of a query.</summary>
    public static string Pattern(string? text) => Fold(text, keepSpaces: false, keepStars: true);

    public static bool IsHan(char c) => c is >= '\u3400' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or '〇';

    public static bool HasHan(string text)
    {
        foreach (var c in text)
            if (IsHan(c)) return true;
        return false;
    }

    static string Fold(string? text, bool keepSpaces, bool keepStars)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsFolded(text)) return text;
        var folded = new System.Text.StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var c in text)
        {
            if (IsCombining(c)) continue;
            var replaced = Table[c];
            if (replaced is null && !IsKept(c) && !(keepStars && c is '*' or '＊')) pendingSpace |= !IsApostrophe(c);
            else
            {
                if (pendingSpace && keepSpaces && folded.Length > 0) folded.Append(' ');
                pendingSpace = false;
                _ = replaced is null ? folded.Append(c is '＊' ? '*' : c) : folded.Append(replaced);
            }
        }
        return folded.ToString();
    }

    /// <summary>Most identifiers and numbers are as they should be.</summary>
    static bool IsFolded(string text)
    {
        foreach (var c in text)
            if (c is not (>= 'a' and <= 'z' or >= '0' and <= '9')) return false;
        return true;
    }

    static bool IsKept(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '〇';

    static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036f';

    /// <summary>O'Neill and ONeill are one name, and Xi'an is one word.</summary>
    static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u02bc';

    static string?[] ReadTable()
    {
        var table = new string?[char.MaxValue + 1];
        for (var c = 0; c <= char.MaxValue; c++)
            if (char.ToLowerInvariant((char)c) is var lower && lower != c) table[c] = lower.ToString();
        for (var c = 'ァ'; c <= 'ヶ'; c++) table[c] = ((char)(c - 0x60)).ToString();
        foreach (var line in EmbeddedTable.Lines("latin-folding.txt"))
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var c in line.AsSpan(space + 1)) table[c] = line[..space];
        }
        foreach (var line in EmbeddedTable.Lines("han-variants.txt"))
            for (var i = 0; i + 1 < line.Length; i += 2) table[line[i]] = line[i + 1].ToString();
        for (var c = '！'; c <= '～'; c++) table[c] = FullWidth(c);
        return table;
    }

    static string? FullWidth(char c) =>
        char.IsAsciiLetterOrDigit((char)(c - 0xfee0)) ? char.ToLowerInvariant((char)(c - 0xfee0)).ToString() : null;
}
