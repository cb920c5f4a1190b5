namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>Text in pinyin without tones and spaces.</summary>
static class PinyinText
{
    /// <summary>No syllable is longer (zhuang).</summary>
    const int LongestSyllable = 6;

    /// <summary>No name of this length is one of syllables; bounds the work on hostile input.</summary>
    const int Longest = 40;

    static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Syllables =
        ((HashSet<string>)HanReadings.Syllables).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the letters can be cut into syllables of Mandarin.</summary>
    public static bool IsPinyin(ReadOnlySpan<char> letters)
    {
        if (letters.Length is 0 or > Longest) return false;
        // Bit i: the first i letters are syllables.
        var reached = 1UL;
        for (var start = 0; start < letters.Length; start++)
        {
            if ((reached >> start & 1) == 0) continue;
            for (var length = 1; length <= LongestSyllable && start + length <= letters.Length; length++)
                if (Syllables.Contains(letters.Slice(start, length))) reached |= 1UL << (start + length);
        }
        return (reached >> letters.Length & 1) == 1;
    }

    /// <summary>Where the family name ends in a whole name written as one word (<c>wangxiaoming</c>), or 0.</summary>
    public static int FamilyLengthIn(string letters)
    {
        for (var length = Math.Min(9, letters.Length - 2); length >= 2; length--)
            if (Surnames.IsPinyin(letters[..length]) && IsPinyin(letters.AsSpan(length))) return length;
        return 0;
    }

    /// <summary>Pinyin with its ü written in one way; other text as it is.</summary>
    public static string Spelled(string letters)
    {
        // Lanyu is lan and yu, not la and nü.
        if (letters.AsSpan().IndexOfAny('v', 'y') < 0 || IsPinyin(letters)) return letters;
        var spelled = HanReadings.WithoutUmlaut(letters);
        return spelled != letters && IsPinyin(spelled) ? spelled : letters;
    }
}
