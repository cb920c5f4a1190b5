namespace IheRegistry.Store.Notifications;

/// <summary>The persons that a unit of work has changed so far; the ledger notes each where it happens.</summary>
sealed class PersonChanges
{
    readonly HashSet<PersonChange> _changes = [];

    internal IReadOnlyCollection<PersonChange> All => _changes;

    /// <summary>A person has gained or lost an identifier.</summary>
    internal void Note(long? person, string authority)
    {
        if (person is { } row) _changes.Add(new PersonChange(row, authority));
    }

    internal void Clear() => _changes.Clear();
}
