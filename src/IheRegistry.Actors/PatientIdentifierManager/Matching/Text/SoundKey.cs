namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>Latin letters reduced to what is heard, so that names spelled differently are found under one key.</summary>
static class SoundKey
{
    /// <summary>For pinyin what speakers of the south do not tell apart; for other names the consonants.</summary>
    public static string Of(string letters) => PinyinText.IsPinyin(letters) ? Southern(letters) : Skeleton(letters);

    /// <summary>True when the south does not tell two syllables or words of pinyin apart.</summary>
    public static bool AreAlike(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (IsUnheard(a, i)) i++;
            else if (IsUnheard(b, j)) j++;
            else if (a[i++] != b[j++]) return false;
        }
        while (i < a.Length && IsUnheard(a, i)) i++;
        while (j < b.Length && IsUnheard(b, j)) j++;
        return i == a.Length && j == b.Length;
    }

    /// <summary>zh, ch, sh as z, c, s; ng as n.</summary>
    static string Southern(string pinyin)
    {
        Span<char> heard = stackalloc char[Math.Min(pinyin.Length, Longest)];
        var length = 0;
        for (var i = 0; i < heard.Length; i++)
            if (!IsUnheard(pinyin, i)) heard[length++] = pinyin[i];
        return new string(heard[..length]);
    }

    static bool IsUnheard(string pinyin, int i) =>
        i > 0 && ((pinyin[i] == 'h' && pinyin[i - 1] is 'z' or 'c' or 's') || (pinyin[i] == 'g' && pinyin[i - 1] == 'n'));

    /// <summary>Keys of longer names do not tell more.</summary>
    const int Longest = 24;

    /// <summary>The first letter and the consonants after it, those that sound alike as one, none twice in a row.</summary>
    static string Skeleton(string letters)
    {
        Span<char> heard = stackalloc char[Math.Min(letters.Length, Longest)];
        var length = 0;
        for (var i = 0; i < letters.Length && length < heard.Length; i++)
        {
            var c = Consonant(letters, i);
            if (c == '\0' || (length > 0 && heard[length - 1] == c)) continue;
            heard[length++] = c;
        }
        return new string(heard[..length]);
    }

    static char Consonant(string letters, int i)
    {
        var next = i + 1 < letters.Length ? letters[i + 1] : '\0';
        return letters[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' or 'y' => i == 0 ? 'a' : '\0',
            'h' or 'w' => i == 0 ? letters[i] : '\0',
            'c' when next is 'e' or 'i' or 'y' => 's',
            'c' or 'q' or 'k' => 'k',
            'p' when next == 'h' => 'f',
            'v' => 'f',
            'z' or 'x' => 's',
            'j' => 'g',
            'd' when next == 't' => '\0',
            var c => c,
        };
    }
}
