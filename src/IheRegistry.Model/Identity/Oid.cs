namespace IheRegistry.Model.Identity;

/// <summary>ISO object identifiers as the framework limits them (ITI TF-3 table 4.2.3.1.7-2).</summary>
public static class Oid
{
    /// <summary>The framework's bound on an OID's length.</summary>
    public const int MaxLength = 64;

    /// <summary>A new OID of a random UUID: 2.25 and its value as one number (ITU-T X.667 section 7).</summary>
    public static string New() =>
        $"2.25.{new System.Numerics.BigInteger(Guid.NewGuid().ToByteArray(bigEndian: true), isUnsigned: true, isBigEndian: true)}";

    /// <summary>
    /// True for a dotted decimal OID: no leading zeros, at most 64 characters, at least two arcs. That the first arc of a real OID
    /// is 0, 1 or 2 is not asked: no rule of the framework needs it, and test systems in the field make up roots such as 3.4.5.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaxLength) return false;
        var arcs = 0;
        foreach (var range in text.Split('.'))
        {
            var arc = text[range];
            if (!IsArc(arc)) return false;
            arcs++;
        }

        return arcs >= 2;
    }

    static bool IsArc(ReadOnlySpan<char> arc) =>
        arc.Length > 0 && !arc.ContainsAnyExceptInRange('0', '9') && (arc.Length == 1 || arc[0] != '0');
}
