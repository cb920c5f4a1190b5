namespace IheRegistry.Store.Patients;

/// <summary>What an event of the ledger asserts. The numbers are stored: never renumber.</summary>
public enum LedgerEventKind
{
    /// <summary>A feed of a record that opened a person for it.</summary>
    Introduced = 1,

    /// <summary>A feed of a record; it says nothing of whose the record is.</summary>
    Fed = 2,

    /// <summary>A new record joined a person, by a decision of matching.</summary>
    Linked = 3,

    /// <summary>A record moved to another person: link, unlink, split, change of XAD-PID.</summary>
    Moved = 4,

    /// <summary>A record was subsumed by another one of its domain.</summary>
    RecordMerged = 5,

    /// <summary>A person was merged into another.</summary>
    PersonMerged = 6,

    /// <summary>Two records are not of one person: never to be linked automatically.</summary>
    KeptApart = 7,

    /// <summary>Document entries moved to another patient id (ITI-64).</summary>
    EntriesMoved = 8,

    /// <summary>An earlier event was undone.</summary>
    Undone = 9,
}
