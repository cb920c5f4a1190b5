using System.Globalization;
using System.Text;
using IheRegistry.Actors.PatientIdentifierManager.Matching;

namespace IheRegistry.Benchmarks.Messages;

/// <summary>
/// A region's residents by number, always the same: fifty surnames as unevenly spread as surnames are, given names of two
/// syllables, days of birth over ninety years; six of ten tell an identity number, nine of ten a phone. Messages of one resident feed it,
/// ask for its identifiers, or look for it by name and birth date.
/// </summary>
static class Persons
{
    /// <summary>The domain that feeds them.</summary>
    internal const string Authority = "1.3.6.1.4.1.21367.13.20.2000";

    static readonly string[] Surnames =
        ("WANG LI ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO HE LIN GAO LUO ZHENG LIANG XIE SONG TANG HAN FENG DENG CAO PENG "
        + "ZENG XIAO TIAN DONG PAN YUAN CAI JIANG YU DU YE CHENG WEI SU LV DING REN LU YAO SHEN").Split(' ');

    static readonly string[] Syllables =
        ("JIA YI HAO RAN ZI XUAN MING HUA LI NA WEI JUN FANG MIN JING QIANG LEI YAN YONG JIE TAO CHAO XIU YING XIA PING GANG GUI HONG YU "
        + "XIN BO BIN HUI LIN NING SHU TING WEN XIANG XUE YUN ZHI CHUN DAN DE DONG FEI GUANG HAI HE JIAN KAI LAN MEI PENG QING RUI SHAN SHENG")
        .Split(' ');

    /// <summary>The feed of a resident.</summary>
    internal static byte[] Feed(long number)
    {
        var random = Scrambled(number);
        var sex = random % 2 == 0 ? "M" : "F";
        var identity = Take(ref random, 10) < 6 ? $"{Take(ref random, 1_000_000):D6}{BirthDate(number)}{Take(ref random, 1000):D3}" : "";
        var phone = Take(ref random, 10) < 9 ? $"^PRN^CP^^^^^^^^^1{Take(ref random, 10_000_000_000):D10}" : "";
        var address = $"{Take(ref random, 400)} ZHONGSHAN LU^^LINJIANG^ZJ^3{Take(ref random, 100_000):D5}^CN";
        var (family, given) = Name(number);
        return Frame(
            "ADT^A04", number,
            $"EVN|A04|20260302203800\rPID|1||{Id(number)}||{family}^{given}||{BirthDate(number)}|{sex}|||{address}||{phone}||||||{identity}\rPV1|1|O\r");
    }

    /// <summary>A PIX query (ITI-9) for a resident's identifiers in all domains.</summary>
    internal static byte[] PixQuery(long number) => Frame(
        "QBP^Q23^QBP_Q21", number, $"QPD|IHE PIX Query|Q{number:D18}|{Id(number)}\rRCP|I\r");

    /// <summary>A demographics query (ITI-21) by name and birth date.</summary>
    internal static byte[] PdqQuery(long number)
    {
        var (family, given) = Name(number);
        return Frame(
            "QBP^Q22^QBP_Q21", number,
            $"QPD|IHE PDQ Query|Q{number:D18}|@PID.5.1.1^{family}~@PID.5.2^{given}~@PID.7^{BirthDate(number)}\rRCP|I|10^RD\r");
    }

    /// <summary>A resident's id.</summary>
    internal static string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"P{number:D18}");

    /// <summary>Family name, given name and birth date as they are searched by.</summary>
    internal static (string Family, string Given, string BirthDate) Searched(long number)
    {
        var (family, given) = Name(number);
        return (
            SearchTexts.Of(SearchField.FamilyName, family),
            SearchTexts.Of(SearchField.GivenName, given),
            SearchTexts.Of(SearchField.BirthDate, BirthDate(number)));
    }

    static string Id(long number) => $"{IdOf(number)}^^^&{Authority}&ISO^PI";

    static (string Family, string Given) Name(long number)
    {
        var random = Scrambled(number ^ 0x5DEECE66D);
        // The square of an even number over [0, 1) lies near zero: common surnames come first.
        var even = (double)Take(ref random, 1_000_000) / 1_000_000;
        var family = Surnames[(int)(even * even * Surnames.Length)];
        return (family, Syllables[Take(ref random, Syllables.Length)] + Syllables[Take(ref random, Syllables.Length)]);
    }

    static string BirthDate(long number) =>
        new DateOnly(1935, 1, 1).AddDays((int)(Scrambled(number ^ 0x2545F491) % 32_850)).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    static byte[] Frame(string type, long number, string segments) => [
        0x0B,
        .. Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"MSH|^~\\&|ADT|NORTHFIELD|IHEREGISTRY|DEMO|20260302203800||{type}|{number:D18}|P|2.5\r{segments}")),
        0x1C, 0x0D];

    static long Take(ref ulong random, long below)
    {
        var value = (long)(random % (ulong)below);
        random = Scrambled((long)random);
        return value;
    }

    // splitmix64
    static ulong Scrambled(long number)
    {
        var z = (ulong)number + 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
