using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>
/// Reads an address of China. Senders put its segments into whatever component they like, and repeat some, so all are
/// joined from large to small and cut at the markers.
/// </summary>
static class ChineseAddress
{
    /// <summary>Longer ones do not tell more and are not worth scanning.</summary>
    const int Longest = 120;

    static readonly string[] RegionMarks = ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省"];
    static readonly string[] CityMarks = ["自治州", "地区", "盟", "市"];
    static readonly string[] DistrictMarks = ["自治县", "新区", "区", "县", "旗", "市"];
    static readonly string[] TownMarks = ["街道办事处", "街道", "镇", "乡"];
    static readonly string[] StreetMarks = ["大道", "大街", "路", "街", "道", "巷", "胡同", "弄", "村"];

    public static NormalisedAddress Read(PostalAddress address)
    {
        var rest = Joined(address);
        var region = Cut(ref rest, RegionMarks);
        var city = Cut(ref rest, CityMarks);
        if (region.Length > 0 && city.StartsWith(region, StringComparison.Ordinal)) city = city[region.Length..];
        var district = Cut(ref rest, DistrictMarks);
        Cut(ref rest, TownMarks);
        var street = Cut(ref rest, StreetMarks);
        if (street.Length == 0) street = Place(ref rest);
        var numbers = Numbers(rest);
        return new NormalisedAddress(
            region, city, district, street, numbers.FirstOrDefault(""), string.Join('-', numbers.Skip(1)), Folding.Compact(address.PostalCode));
    }

    static string Joined(PostalAddress address)
    {
        var text = "";
        foreach (var part in (ReadOnlySpan<string>)[address.State, address.City, address.OtherDesignation, address.Street])
        {
            var folded = Folding.Words(part);
            var compact = folded.Replace(" ", "-", StringComparison.Ordinal);
            if (compact.StartsWith(text, StringComparison.Ordinal)) text = compact;
            else if (!text.EndsWith(compact, StringComparison.Ordinal)) text += compact;
        }
        return text.Length > Longest ? text[..Longest] : text;
    }

    /// <summary>What stands before the first of the marks; nothing, and nothing cut, when there is none or what stands before has digits.</summary>
    static string Cut(ref string text, string[] marks)
    {
        var at = -1;
        var mark = "";
        foreach (var candidate in marks)
        {
            var found = text.IndexOf(candidate, StringComparison.Ordinal);
            if (found > 0 && (at < 0 || found < at)) (at, mark) = (found, candidate);
        }
        if (at < 0 || text.AsSpan(0, at).IndexOfAnyInRange('0', '9') >= 0) return "";
        var segment = text[..at];
        text = text[(at + mark.Length)..];
        return segment;
    }

    /// <summary>Where there is no road, the housing estate before the first number.</summary>
    static string Place(ref string text)
    {
        var digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit < 0) digit = text.Length;
        var place = text[..digit].Replace("-", "", StringComparison.Ordinal);
        text = text[digit..];
        return place;
    }

    static List<string> Numbers(string text)
    {
        var numbers = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isDigit = i < text.Length && char.IsAsciiLetterOrDigit(text[i]);
            if (isDigit && start < 0) start = i;
            if (isDigit || start < 0) continue;
            numbers.Add(text[start..i]);
            start = -1;
        }
        return numbers;
    }
}
