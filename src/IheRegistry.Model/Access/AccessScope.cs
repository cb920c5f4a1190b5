namespace IheRegistry.Model.Access;

/// <summary>
/// What a caller may see. Queries push it into SQL, so that counts and errors give nothing away:
/// an object that may not be seen answers exactly like one that does not exist.
/// </summary>
public sealed record AccessScope
{
    /// <summary>No restriction.</summary>
    public static AccessScope Everything { get; } = new();

    /// <summary>DocumentEntries that carry one of these confidentialityCodes are not visible.</summary>
    public IReadOnlyList<Metadata.Code> HiddenConfidentialityCodes { get; init; } = [];
}
