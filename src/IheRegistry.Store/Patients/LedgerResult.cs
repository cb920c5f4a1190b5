namespace IheRegistry.Store.Patients;

/// <summary>What became of a change of identity.</summary>
public enum LedgerResult
{
    /// <summary>It was made.</summary>
    Done,

    /// <summary>It was so already: nothing changed, and no event was written.</summary>
    AlreadySo,

    /// <summary>Refused: a record it names is not known.</summary>
    UnknownRecord,

    /// <summary>Refused: a person it names is not known.</summary>
    UnknownPerson,

    /// <summary>Refused: the registry does not know a patient id it names.</summary>
    UnknownPatient,

    /// <summary>Refused: records are merged within one domain only.</summary>
    DifferentDomains,

    /// <summary>Refused: what should survive was itself merged into another before.</summary>
    SurvivingSubsumed,

    /// <summary>Refused: what should be merged was merged into a third before.</summary>
    SubsumedByAnother,
}
