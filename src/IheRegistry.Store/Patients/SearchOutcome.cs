namespace IheRegistry.Store.Patients;

/// <summary>Whether a search for persons was made.</summary>
public enum SearchOutcome
{
    /// <summary>It was: the page has what there is.</summary>
    Searched,

    /// <summary>Refused: nothing that is indexed is asked for.</summary>
    NotSelective,

    /// <summary>Refused: more records have each of the terms than one search may read.</summary>
    TooMany,
}
