using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IheRegistry.Model.Metadata;

/// <summary>
/// Times as XDS metadata carry them: HL7 DTM of 4, 6, 8, 10, 12 or 14 digits, in UTC (ITI TF-3 table 4.2.3.1.7-2).
/// </summary>
public static class Dtm
{
    const string Earliest = "00000101000000";

    /// <summary>True for a DTM of a legal length that names a real date and time.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => TryToKey(text, out _);

    /// <summary>
    /// A number that orders times: the digits padded to seconds with the earliest time the text can mean,
    /// so that 2005 and 20050101 are one instant, as the query rules ask (ITI TF-2 3.18.4.1.2.3.3).
    /// </summary>
    public static bool TryToKey([NotNullWhen(true)] string? text, out long key)
    {
        key = 0;
        if (text is null || text.Length is < 4 or > 14 || text.Length % 2 != 0) return false;
        if (text.AsSpan().ContainsAnyExceptInRange('0', '9')) return false;
        var padded = string.Concat(text, Earliest.AsSpan(text.Length));
        if (!DateTime.TryParseExact(padded, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return false;
        key = long.Parse(padded, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>An instant as a DTM to the second, in UTC.</summary>
    public static string From(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
}
