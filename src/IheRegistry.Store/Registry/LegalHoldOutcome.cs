namespace IheRegistry.Store.Registry;

/// <summary>What came of placing or lifting a legal hold.</summary>
public enum LegalHoldOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>The repository holds no such document.</summary>
    UnknownDocument,

    /// <summary>The document is held already.</summary>
    HeldAlready,

    /// <summary>The document is not held.</summary>
    NotHeld,
}
