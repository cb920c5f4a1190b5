namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Draws names as often as they are borne.</summary>
sealed class Names(Draw draw)
{
    public (string Han, string Pinyin) Surname()
    {
        var (han, pinyin, _) = draw.Weighted(NameTables.Surnames, n => n.Weight);
        return (han, pinyin);
    }

    /// <summary>Three of four have two characters; brothers and sisters may share one.</summary>
    public (string Han, string Pinyin) Given(bool isMale, (string Han, string Pinyin)? shared = null)
    {
        var table = isMale ? NameTables.MenCharacters : NameTables.WomenCharacters;
        var last = draw.Weighted(table, n => n.Weight);
        if (shared is { } first) return (first.Han + last.Han, first.Pinyin + last.Pinyin);
        if (draw.Chance(0.25)) return (last.Han, last.Pinyin);
        var before = draw.Weighted(table, n => n.Weight);
        return (before.Han + last.Han, before.Pinyin + last.Pinyin);
    }

    public (string Han, string Pinyin) Character(bool isMale)
    {
        var (han, pinyin, _) = draw.Weighted(isMale ? NameTables.MenCharacters : NameTables.WomenCharacters, n => n.Weight);
        return (han, pinyin);
    }

    public string WesternFamily() => draw.Weighted(NameTables.WesternFamilies, n => n.Weight).Name;

    public string WesternGiven(bool isMale) => draw.Weighted(isMale ? NameTables.WesternMen : NameTables.WesternWomen, n => n.Weight).Name;
}
