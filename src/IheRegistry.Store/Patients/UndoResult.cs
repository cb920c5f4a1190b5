namespace IheRegistry.Store.Patients;

/// <summary>What became of an undo.</summary>
public enum UndoResult
{
    /// <summary>The event has no effect any more.</summary>
    Undone,

    /// <summary>Refused: there is no event of that number.</summary>
    UnknownEvent,

    /// <summary>Refused: it was undone before.</summary>
    AlreadyUndone,

    /// <summary>Refused: a later feed of the record has built on what the feed said; that one first.</summary>
    FedSince,

    /// <summary>Refused: without its only feed the record would not be known, and others were merged into it; these merges first.</summary>
    Subsumes,

    /// <summary>Refused: what the undone event merged or moved has been merged or moved elsewhere since.</summary>
    ChangedSince,
}
