namespace IheRegistry.Tests.Shared.Populations;

/// <summary>Identity numbers after GB 11643 of persons that do not exist, and numbers of another country's kind.</summary>
static class IdentityNumbers
{
    static readonly int[] Factors = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    public static string Chinese(Draw draw, DateOnly birthDate, bool isMale)
    {
        var place = draw.One(["330106", "440106", "510107", "320106", "110105", "310115"]);
        var sequence = draw.Below(500) * 2 + (isMale ? 1 : 0);
        var number = $"{place}{birthDate:yyyyMMdd}{sequence:D3}";
        return number + "10X98765432"[Enumerable.Range(0, 17).Sum(i => (number[i] - '0') * Factors[i]) % 11];
    }

    public static string Western(Draw draw) => $"{100 + draw.Below(650)}-{10 + draw.Below(90)}-{draw.Digits(4)}";

    /// <summary>As it was written before 1999.</summary>
    public static string FirstGeneration(string number) => number[..6] + number[8..17];
}
