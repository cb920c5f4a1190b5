namespace IheRegistry.Actors.PatientIdentifierManager.Stewardship;

/// <summary>Whether a steward's operation was made.</summary>
public enum StewardResult
{
    /// <summary>It was made.</summary>
    Done,

    /// <summary>It was so already: nothing changed.</summary>
    AlreadySo,

    /// <summary>Refused: an id, an event or an item that it names is not known.</summary>
    Unknown,

    /// <summary>Refused: a record that it names was merged into another one, which stands for it.</summary>
    Subsumed,

    /// <summary>Refused: the item was decided before.</summary>
    Decided,

    /// <summary>Refused: a later feed of the record has built on the event; that one first.</summary>
    FedSince,

    /// <summary>Refused: what the event merged or moved has been merged or moved elsewhere since, or others were merged into the record whose only feed it is; that one first.</summary>
    ChangedSince,

    /// <summary>Refused: the operation needs two different records.</summary>
    SameRecord,
}
