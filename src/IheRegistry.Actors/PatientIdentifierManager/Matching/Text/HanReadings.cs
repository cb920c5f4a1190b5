namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>How Han characters are read in Mandarin, without tones; several ways for 多音字, the usual one first.</summary>
static class HanReadings
{
    const char First = '\u4e00';
    const char Last = '\u9fff';
    static readonly string[]?[] Table = ReadTable();

    /// <summary>All syllables of the language, of which pinyin is made.</summary>
    public static IReadOnlySet<string> Syllables { get; } = Table.Where(r => r is not null).SelectMany(r => r!).ToHashSet();

    /// <summary>The readings of a character in its simplified form; none when it is not a Han character or not known.</summary>
    public static IReadOnlyList<string> Of(char c) => c is >= First and <= Last ? Table[c - First] ?? [] : [];

    /// <summary>ü as passports write it (lyu) and as keyboards do (lv), as those write it who have neither (lu).</summary>
    public static string WithoutUmlaut(string pinyin) => pinyin
        .Replace("lyu", "lu", StringComparison.Ordinal).Replace("nyu", "nu", StringComparison.Ordinal)
        .Replace("lv", "lu", StringComparison.Ordinal).Replace("nv", "nu", StringComparison.Ordinal);

    static string[]?[] ReadTable()
    {
        var table = new string[]?[Last - First + 1];
        var lines = EmbeddedTable.Lines("han-readings.txt").Select(line => line.Split(' ')).ToList();
        foreach (var line in lines)
            foreach (var c in line[1])
                table[c - First] = [WithoutUmlaut(line[0])];
        foreach (var line in lines.Where(line => line.Length > 2))
            foreach (var c in line[2])
                if (!(table[c - First] ?? []).Contains(WithoutUmlaut(line[0]))) table[c - First] = [.. table[c - First] ?? [], WithoutUmlaut(line[0])];
        return table;
    }
}
