using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Reads an address in Latin letters: house number, words of the street without its kind, flat.</summary>
static class WesternAddress
{
    /// <summary>Kinds of streets and directions, abbreviated or not: senders differ in them.</summary>
    static readonly HashSet<string> KindsOfStreet =
    [
        "street", "st", "str", "road", "rd", "avenue", "ave", "av", "lane", "ln", "drive", "dr", "boulevard", "blvd", "court", "ct", "place", "pl",
        "square", "sq", "way", "parkway", "pkwy", "terrace", "ter", "circle", "cir", "highway", "hwy", "north", "n", "south", "s", "east", "e",
        "west", "w", "strasse", "rue", "via", "lu", "jie",
    ];

    static readonly HashSet<string> KindsOfUnit = ["apt", "apartment", "unit", "suite", "ste", "flat", "floor", "fl", "room", "rm", "no"];

    /// <summary>ZIP codes have four digits more where somebody looked them up.</summary>
    const int PostalCodeDigits = 5;

    public static NormalisedAddress Read(PostalAddress address)
    {
        var postal = Folding.Compact(address.PostalCode);
        if (postal.Length == 9 && postal.All(char.IsAsciiDigit)) postal = postal[..PostalCodeDigits];
        var words = Folding.Words(address.Street + " " + address.OtherDesignation).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var numbers = words.Where(w => char.IsAsciiDigit(w[0])).ToList();
        var names = words.Where(w => !char.IsAsciiDigit(w[0]) && !KindsOfStreet.Contains(w) && !KindsOfUnit.Contains(w));
        return new NormalisedAddress(
            Folding.Compact(address.State), Folding.Compact(address.City), "", string.Concat(names), numbers.FirstOrDefault(""),
            string.Join('-', numbers.Skip(1)), postal);
    }
}
