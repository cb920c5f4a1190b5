using IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;
using static IheRegistry.Actors.PatientIdentifierManager.Matching.Weights.AgreementLevel;

namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Comparison;

/// <summary>Compares dates of birth.</summary>
static class DateComparison
{
    public static Weights.AgreementLevel Compare(PartialDate a, PartialDate b)
    {
        if (a.IsEmpty || b.IsEmpty) return Missing;
        if (!a.IsWhole || !b.IsWhole) return AgreeAsFarAsKnown(a, b) ? Partial : Different;
        if (a == b) return Exact;
        if (a == b.Swapped()) return Sounds;
        if (IsSlip(a, b)) return Close;
        return a.Year == b.Year && (IsNewYear(a) || IsNewYear(b)) ? Partial : Different;
    }

    static bool AgreeAsFarAsKnown(PartialDate a, PartialDate b) => a.Year == b.Year && (a.Month == 0 || b.Month == 0 || a.Month == b.Month);

    /// <summary>Senders that know the year only write its first day.</summary>
    static bool IsNewYear(PartialDate date) => date is { Month: 1, Day: 1 };

    /// <summary>One digit is another, or two neighbours are exchanged.</summary>
    static bool IsSlip(PartialDate a, PartialDate b)
    {
        Span<char> ours = stackalloc char[8];
        Span<char> theirs = stackalloc char[8];
        Digits(a, ours);
        Digits(b, theirs);
        return Text.EditDistance.IsAtMostOne(ours, theirs);
    }

    static void Digits(PartialDate date, Span<char> digits)
    {
        var number = (date.Year * 100 + date.Month) * 100 + date.Day;
        for (var i = 7; i >= 0; i--, number /= 10) digits[i] = (char)('0' + number % 10);
    }
}
