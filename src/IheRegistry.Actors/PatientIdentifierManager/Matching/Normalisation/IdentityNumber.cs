namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Normalisation;

/// <summary>
/// The citizen identity number of GB 11643: six digits of the place, eight of the date of birth, three in sequence, odd for men,
/// and a check digit after ISO 7064 MOD 11-2. Numbers of the first generation have 15 digits: two of the year, no check digit.
/// </summary>
readonly record struct IdentityNumber(string Value, PartialDate BirthDate, char Sex, bool HasValidDate, bool HasValidCheckDigit)
{
    const int Length = 18;
    const int LengthWithoutCheckDigit = 17;
    const int OldLength = 15;

    public bool IsValid => HasValidDate && HasValidCheckDigit;

    /// <summary>Reads a number of either generation as one of 18 digits; null when the text has not that form.</summary>
    public static IdentityNumber? Read(string compact)
    {
        var isOld = compact.Length == OldLength;
        if (!isOld && compact.Length != Length) return null;
        foreach (var c in compact.AsSpan(0, isOld ? OldLength : LengthWithoutCheckDigit))
            if (!char.IsAsciiDigit(c)) return null;
        if (!isOld && !char.IsAsciiDigit(compact[^1]) && compact[^1] != 'x') return null;
        return Check(isOld ? Modern(compact) : compact);
    }

    /// <summary>All who have a number of the first generation were born before 2000.</summary>
    static string Modern(string old)
    {
        var number = string.Concat(old.AsSpan(0, 6), "19", old.AsSpan(6));
        return number + CheckDigit(number);
    }

    static IdentityNumber Check(string number)
    {
        var birthDate = PartialDate.Parse(number.Substring(6, 8));
        var hasDate = birthDate.IsWhole && birthDate.Year is >= 1850 and <= 2200 && birthDate.ToString() == number.Substring(6, 8);
        var sex = (number[16] - '0') % 2 == 1 ? 'm' : 'f';
        return new IdentityNumber(number, birthDate, sex, hasDate, CheckDigit(number) == number[17]);
    }

    static char CheckDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < LengthWithoutCheckDigit; i++) sum = (sum + (number[i] - '0')) * 2 % 11;
        return "10x98765432"[sum % 11];
    }
}
