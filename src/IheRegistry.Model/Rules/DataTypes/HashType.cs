namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>hash: SHA-1 in hexadecimal digits, whose case does not matter (ITI TF-3 4.2.3.2.10).</summary>
static class HashType
{
    public static string? Problem(string value)
    {
        if (value.Length != 40) return "is not a SHA-1 of 40 hexadecimal digits";
        foreach (var digit in value)
            if (!char.IsAsciiHexDigit(digit)) return "is not a SHA-1 of 40 hexadecimal digits";
        return null;
    }
}
