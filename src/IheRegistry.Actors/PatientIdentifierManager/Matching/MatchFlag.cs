namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Something remarkable about a record's values, told with the decision; none of it refuses the record.</summary>
public enum MatchFlag
{
    /// <summary>An identity number whose date of birth is none (GB 11643).</summary>
    IdentityNumberDate,

    /// <summary>An identity number whose check digit is wrong (GB 11643, MOD 11-2).</summary>
    IdentityNumberChecksum,

    /// <summary>An identity number that says another sex than the record.</summary>
    IdentityNumberSex,

    /// <summary>An identity number that says another date of birth than the record.</summary>
    IdentityNumberBirthDate,

    /// <summary>A value on the stop list was left out.</summary>
    Placeholder,

    /// <summary>A date of birth that is none even with day and month swapped.</summary>
    ImpossibleBirthDate,

    /// <summary>The record is of a domain whose identifiers are temporary.</summary>
    TemporaryDomain,

    /// <summary>The record is of a child that has no name yet, or names its mother.</summary>
    Newborn,
}
