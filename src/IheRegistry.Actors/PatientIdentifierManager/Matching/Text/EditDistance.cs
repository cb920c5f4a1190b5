namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Text;

/// <summary>Whether two texts are one slip of the hand apart.</summary>
static class EditDistance
{
    /// <summary>True when one letter is added, left out, replaced or swapped with its neighbour, or when they are equal.</summary>
    public static bool IsAtMostOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }
        if (b.Length - a.Length > 1) return false;
        var i = a.CommonPrefixLength(b);
        if (i == a.Length) return true;
        if (a.Length < b.Length) return a[i..].SequenceEqual(b[(i + 1)..]);
        if (a[(i + 1)..].SequenceEqual(b[(i + 1)..])) return true;
        return i + 1 < a.Length && a[i] == b[i + 1] && a[i + 1] == b[i] && a[(i + 2)..].SequenceEqual(b[(i + 2)..]);
    }
}
