namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>How far two records agree in a field.</summary>
public enum AgreementLevel
{
    /// <summary>One or both do not say.</summary>
    Missing,

    /// <summary>They differ.</summary>
    Different,

    /// <summary>
    /// They agree in a part: an initial or one of two characters of a given name, one of two family names, the year of birth, the
    /// district of an address, an identifier that failed its checks.
    /// </summary>
    Partial,

    /// <summary>One slip of the hand lies between them; of addresses: the street agrees, not the house.</summary>
    Close,

    /// <summary>They sound alike, or one is the other in Latin letters; of dates: day and month are swapped.</summary>
    Sounds,

    /// <summary>They agree.</summary>
    Exact,
}
