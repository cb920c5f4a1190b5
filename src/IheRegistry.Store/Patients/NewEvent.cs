namespace IheRegistry.Store.Patients;

/// <summary>A row of the ledger that is to be written.</summary>
sealed record NewEvent(LedgerEventKind Kind)
{
    internal long? Decision { get; init; }

    internal long? Record { get; init; }

    internal long? OtherRecord { get; init; }

    internal long? Person { get; init; }

    internal long? OtherPerson { get; init; }

    internal long? Undoes { get; init; }

    /// <summary>Of a feed: who sent it.</summary>
    internal string? Sender { get; init; }

    internal byte[]? Content { get; init; }

    internal byte[]? Keys { get; init; }
}
