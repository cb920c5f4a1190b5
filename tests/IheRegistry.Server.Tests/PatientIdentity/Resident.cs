using System.Globalization;

namespace IheRegistry.Server.Tests.PatientIdentity;

/// <summary>A made-up resident, unlike any other of a test run.</summary>
sealed record Resident
{
    static int s_count;

    readonly int _number = Interlocked.Increment(ref s_count);

    public Resident()
    {
        // Names that sound differently, so that nobody is a candidate by chance.
        Family = Syllables(_number * 7919 % 4096 + 4096);
        Given = Syllables(_number * 104729 % 4096 + 4096);
        Born = new DateTime(1950, 1, 1).AddDays(_number * 613 % 20000);
    }

    public string Family { get; init; }

    public string Given { get; init; }

    public DateTime Born { get; init; }

    public string Sex { get; init; } = "M";

    public string BirthDate => Born.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    public string Phone => string.Create(CultureInfo.InvariantCulture, $"139{_number * 7351 % 100000000:00000000}");

    /// <summary>An identity number with its checksum (GB 11643).</summary>
    public string NationalId
    {
        get
        {
            var body = string.Create(CultureInfo.InvariantCulture, $"110105{BirthDate}{_number % 500 * 2 + (Sex == "M" ? 1 : 0):000}");
            int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
            return body + "10X98765432"[body.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11];
        }
    }

    /// <summary>An id that no other resident has.</summary>
    public string Id(string prefix) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{_number:00000}");

    static string Syllables(int number)
    {
        string[] parts = ["BAN", "DOL", "FIM", "GUR", "HESK", "JAT", "KOV", "LUND", "MERZ", "NIP", "POLK", "RAST", "SUV", "TELM", "VOR", "ZAK"];
        var text = "";
        for (; number > 0; number /= 16) text += parts[number % 16];
        return text;
    }
}
