namespace IheRegistry.Store.Patients;

/// <summary>A search for persons. At least one identifier or term is needed: no search reads a table from end to end.</summary>
public sealed record PersonSearch
{
    /// <summary>Identifiers that the person must have, all of them.</summary>
    public IReadOnlyList<IdentifierTerm> Identifiers { get; init; } = [];

    /// <summary>Keys that one record of the person must have: one key of each list.</summary>
    public IReadOnlyList<IReadOnlyList<SearchTerm>> Terms { get; init; } = [];

    /// <summary>What the person must satisfy besides; null where identifiers and terms say all.</summary>
    public Func<Person, bool>? Filter { get; init; }

    /// <summary>The person that the last page ended with; 0 for the first page.</summary>
    public long After { get; init; }

    /// <summary>How many persons a page has at most.</summary>
    public required int Most { get; init; }
}
