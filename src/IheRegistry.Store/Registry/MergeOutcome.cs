namespace IheRegistry.Store.Registry;

/// <summary>What became of a merge of two patient ids (ADT^A40).</summary>
public enum MergeOutcome
{
    /// <summary>The subsumed id now resolves to the surviving one.</summary>
    Merged,

    /// <summary>It did already: a repeat changes nothing.</summary>
    AlreadyMerged,

    /// <summary>Refused: one of the ids was never fed.</summary>
    UnknownPatient,

    /// <summary>Refused: the surviving id was itself merged into another one before.</summary>
    SurvivingSubsumed,

    /// <summary>Refused: the subsumed id was merged into a third one before.</summary>
    SubsumedByAnother,
}
