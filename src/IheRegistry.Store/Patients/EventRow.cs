namespace IheRegistry.Store.Patients;

/// <summary>A row of the ledger: what it asserts, of what.</summary>
sealed record EventRow(
    long Row,
    LedgerEventKind Kind,
    bool IsUndone,
    long? Decision,
    long? Record,
    long? OtherRecord,
    long? Person,
    long? OtherPerson,
    long? Undoes);
