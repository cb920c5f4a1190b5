using System.Globalization;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>A date as far as it is known; parts not known are 0.</summary>
readonly record struct PartialDate(int Year, int Month, int Day)
{
    public bool IsEmpty => Year == 0;

    public bool IsWhole => Day != 0;

    /// <summary>Reads <c>YYYY[MM[DD[...]]]</c>, also with separators. Day and month the wrong way round are put right where only that is a date; what is no date is empty.</summary>
    public static PartialDate Parse(string? text)
    {
        var digits = Folding.Words(text).Split(' ', 4) is [{ Length: 4 } year, { Length: 1 or 2 } month, { Length: 1 or 2 } day, ..]
            ? year + month.PadLeft(2, '0') + day.PadLeft(2, '0')
            : Folding.Compact(text);
        if (Number(digits, 0, 4) is not (> 0 and var y)) return default;
        var m = Number(digits, 4, 2);
        var d = Number(digits, 6, 2);
        if (m > 12 && d is >= 1 and <= 12) (m, d) = (d, m);
        if (m is < 1 or > 12) return new PartialDate(y, 0, 0);
        return d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new PartialDate(y, m, d) : new PartialDate(y, m, 0);
    }

    /// <summary>True when the text says a month or day that there is not, even the other way round.</summary>
    public static bool IsImpossible(string? text)
    {
        var digits = Folding.Compact(text);
        if (digits.Length == 0) return false;
        var date = Parse(text);
        return date.IsEmpty || (digits.Length >= 6 && date.Month == 0) || (digits.Length >= 8 && date.Day == 0);
    }

    /// <summary>Day and month the other way round; itself where that is no date.</summary>
    public PartialDate Swapped() => IsWhole && Day <= 12 ? new PartialDate(Year, Day, Month) : this;

    /// <summary>Whole days since the year 1, for whole dates.</summary>
    public int DayNumber => new DateTime(Year, Month, Day).Subtract(DateTime.MinValue).Days;

    /// <summary><c>YYYY[MM[DD]]</c>, empty when nothing is known.</summary>
    public override string ToString() => (Year, Month, Day) switch
    {
        (0, _, _) => "",
        (_, 0, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
        (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}{Month:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}{Month:D2}{Day:D2}"),
    };

    static int Number(string digits, int start, int length)
    {
        if (digits.Length < start + length) return 0;
        var number = 0;
        foreach (var c in digits.AsSpan(start, length))
        {
            if (!char.IsAsciiDigit(c)) return 0;
            number = number * 10 + (c - '0');
        }
        return number;
    }
}
