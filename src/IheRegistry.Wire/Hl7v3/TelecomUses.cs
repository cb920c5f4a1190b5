using System.Text;
using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>Data type TEL of HL7 V3, a URL with a use, and XTN of HL7 v2, whose tables 0201 and 0202 say the same otherwise.</summary>
static class TelecomUses
{
    const string Tel = "tel";
    const string Fax = "fax";
    const string Mail = "mailto";
    const string Mobile = "CP";
    const string Pager = "BP";
    const string Internet = "Internet";

    // To be written, the first row of a v2 use counts.
    static readonly (string Use, string V2)[] Uses =
        [("HP", "PRN"), ("H", "PRN"), ("H", "ORN"), ("HV", "VHN"), ("WP", "WPN"), ("DIR", "WPN"), ("EC", "EMR"), ("AS", "ASN"), ("PG", "BPN"), ("MC", "PRN")];

    internal static Telecom Read(string url, IReadOnlyList<string> uses)
    {
        var (scheme, number) = Split(url);
        var use = Uses.FirstOrDefault(row => uses.Contains(row.Use)).V2 ?? "";
        return scheme == Mail ? new Telecom(number, "NET", Internet) : new Telecom(number, use, EquipmentOf(scheme, uses));
    }

    internal static (string Url, string Use) Write(Telecom telecom)
    {
        if (telecom.Equipment is Internet or "X.400" || telecom.Number.Contains('@', StringComparison.Ordinal)) return ($"{Mail}:{Escape(telecom.Number)}", "");
        var scheme = telecom.Equipment == "FX" ? Fax : Tel;
        var use = telecom.Equipment == Mobile ? "MC" : Uses.FirstOrDefault(row => row.V2 == telecom.Use).Use ?? "";
        return ($"{scheme}:{Escape(telecom.Number)}", use);
    }

    static string EquipmentOf(string scheme, IReadOnlyList<string> uses)
    {
        if (scheme == Fax) return "FX";
        if (uses.Contains("MC")) return Mobile;
        return uses.Contains("PG") ? Pager : "PH";
    }

    // A number without a scheme is one as a person writes it.
    static (string Scheme, string Number) Split(string url)
    {
        var colon = url.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (url.Contains('@', StringComparison.Ordinal) ? Mail : Tel, url);
        var scheme = url[..colon].ToLowerInvariant();
        return scheme is Tel or Fax or Mail ? (scheme, Uri.UnescapeDataString(url[(colon + 1)..].Trim())) : (Tel, url);
    }

    // RFC 3966 and RFC 6068 leave these as they are.
    static string Escape(string number)
    {
        var url = new StringBuilder(number.Length);
        foreach (var rune in number.EnumerateRunes())
        {
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || "+-.()@_~*!".Contains((char)rune.Value, StringComparison.Ordinal))) url.Append((char)rune.Value);
            else url.Append(Uri.EscapeDataString(rune.ToString()));
        }

        return url.ToString();
    }
}
