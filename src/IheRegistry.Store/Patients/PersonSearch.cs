namespace IheRegistry.Store.Patients;

/// <summary>A search for persons by demographics.</summary>
public sealed record PersonSearch
{
    /// <summary>What a record of the person must have: one key of each list. Only what is indexed can be asked here.</summary>
    public required IReadOnlyList<IReadOnlyList<SearchTerm>> Terms { get; init; }

    /// <summary>What the same record must satisfy besides; null where the terms say all.</summary>
    public Func<PatientRecord, bool>? Filter { get; init; }

    /// <summary>The person that the last page ended with; 0 for the first page.</summary>
    public long After { get; init; }

    /// <summary>How many persons a page has at most.</summary>
    public required int Most { get; init; }
}
