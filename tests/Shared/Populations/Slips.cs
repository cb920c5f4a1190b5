namespace IheRegistry.Tests.Shared.Populations;

/// <summary>What goes wrong when people write down what people say.</summary>
sealed class Slips(Draw draw)
{
    /// <summary>One letter left out, doubled, replaced or exchanged with the next.</summary>
    public string Letter(string text)
    {
        if (text.Length < 3) return text;
        var at = 1 + draw.Below(text.Length - 2);
        return draw.Below(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, text[at].ToString()),
            2 => text[..at] + (char)('a' + draw.Below(26)) + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    /// <summary>Input methods offer the characters that sound alike; some slips are of another sound.</summary>
    public string Character(string name)
    {
        var at = draw.Below(name.Length);
        var tables = NameTables.MenCharacters.Concat(NameTables.WomenCharacters).ToArray();
        var sound = tables.FirstOrDefault(c => c.Han == name[at].ToString()).Pinyin;
        var alike = tables.Where(c => c.Pinyin == sound && c.Han != name[at].ToString()).ToArray();
        var other = alike.Length > 0 && draw.Chance(0.8) ? draw.One(alike) : draw.One(tables);
        return name[..at] + other.Han + name[(at + 1)..];
    }

    public string Digit(string number)
    {
        var at = draw.Below(number.Length);
        if (!char.IsAsciiDigit(number[at])) return number;
        return number[..at] + (char)('0' + (number[at] - '0' + 1 + draw.Below(9)) % 10) + number[(at + 1)..];
    }

    public DateOnly Date(DateOnly date) => draw.Below(4) switch
    {
        0 when date.Day <= 12 => new DateOnly(date.Year, date.Day, date.Month),
        1 => date.AddDays(draw.Chance(0.5) ? 1 : -1),
        2 => date.AddYears(draw.Chance(0.5) ? 10 : -10),
        _ => date.AddYears(draw.Chance(0.5) ? 1 : -1),
    };

    public static string FullWidth(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xfee0) : c));

    public static string Traditional(string text) =>
        string.Concat(text.Select(c => NameTables.Simplified.IndexOf(c) is >= 0 and var at ? NameTables.Traditional[at] : c));
}
