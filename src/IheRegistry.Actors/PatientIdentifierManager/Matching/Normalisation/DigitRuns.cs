namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>Numbers that nobody was given: those with one digit from end to end, and the digits in their order.</summary>
static class DigitRuns
{
    /// <summary>Shorter numbers may well be somebody's.</summary>
    const int Shortest = 5;

    public static bool IsPlaceholder(string value)
    {
        if (value.Length < Shortest || !char.IsAsciiLetterOrDigit(value[0])) return false;
        return IsRun(value, 0) || (char.IsAsciiDigit(value[0]) && IsRun(value, 1));
    }

    static bool IsRun(string value, int step)
    {
        for (var i = 1; i < value.Length; i++)
            if (value[i] != Next(value[i - 1], step)) return false;
        return true;
    }

    static char Next(char digit, int step) => step == 0 ? digit : digit == '9' ? '0' : (char)(digit + 1);
}
