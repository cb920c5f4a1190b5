using System.Globalization;

namespace IheRegistry.Store.Patients;

/// <summary>Enterprise patient ids that are allotted: nine digits from a counter and a check digit (ISO/IEC 7812-1, "Luhn").</summary>
static class EnterpriseId
{
    // The first digit is never 0, which spreadsheets drop.
    const long First = 100_000_000;

    /// <summary>The id of a number, from 1.</summary>
    internal static string Of(long number)
    {
        var digits = (First + number).ToString(CultureInfo.InvariantCulture);
        return digits + CheckDigit(digits).ToString(CultureInfo.InvariantCulture);
    }

    // Every second digit from the right is doubled, and of what that makes the digits are added.
    static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 0) digit *= 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return (10 - (sum % 10)) % 10;
    }
}
