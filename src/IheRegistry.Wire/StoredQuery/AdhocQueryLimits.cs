namespace IheRegistry.Wire.StoredQuery;

/// <summary>What a stored query may cost before anything is looked up.</summary>
public sealed record AdhocQueryLimits
{
    /// <summary>The defaults.</summary>
    public static AdhocQueryLimits Default { get; } = new();

    /// <summary>Slots: FindDocuments knows some twenty-five parameters, and repeated ones each add a condition to the search.</summary>
    public int MaxParameters { get; init; } = 100;

    /// <summary>Values over all Slots: room for a GetDocuments by ten thousand references of a former answer.</summary>
    public int MaxValues { get; init; } = 10_000;

    /// <summary>Characters of one value. ebRIM 3.0 means 256; peers send longer author patterns.</summary>
    public int MaxValueLength { get; init; } = 2_048;
}
