namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// DocumentEntry.uniqueId: OIDs, <c>root^extension</c>, UUIDs and URIs are advice to creators of documents; to all other actors it is an
/// opaque string (ITI TF-3 4.2.3.2.26) of the length that ebRIM gives an identifier.
/// </summary>
static class DocumentUniqueId
{
    const int MaxLength = 256;

    public static string? Problem(string value)
    {
        if (value.Length > MaxLength) return $"is longer than {MaxLength} characters";
        // White space around the value of an element is layout: nobody could retrieve such a document.
        return value.AsSpan().Trim().Length < value.Length ? "begins or ends with white space" : null;
    }
}
