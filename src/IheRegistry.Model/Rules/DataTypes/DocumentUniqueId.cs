namespace IheRegistry.Model.Rules.DataTypes;

/// <summary>
/// DocumentEntry.uniqueId: OIDs, <c>root^extension</c>, UUIDs and URIs are advice to creators of documents; to all other actors it is an
/// opaque string (ITI TF-3 4.2.3.2.26) of the length that ebRIM gives an identifier.
/// </summary>
static class DocumentUniqueId
{
    const int MaxLength = 256;

    public static string? Problem(string value) => value.Length > MaxLength ? $"is longer than {MaxLength} characters" : null;
}
