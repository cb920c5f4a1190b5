namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>
/// In what two records must agree to be compared. The numbers are part of the stored hashes and of stored explanations:
/// they may be added to, never changed.
/// </summary>
public enum BlockingKeyKind
{
    /// <summary>An identifier.</summary>
    Identifier = 1,

    /// <summary>A telephone number or email address.</summary>
    Telecom = 2,

    /// <summary>The sound of the name and the year of birth.</summary>
    NameAndYear = 3,

    /// <summary>The sound of the name, and day and month of birth in either order.</summary>
    NameAndDay = 4,

    /// <summary>The sound of the family name, the date of birth and the sex.</summary>
    FamilyAndBirthDate = 5,

    /// <summary>The sound of the given name and the date of birth.</summary>
    GivenAndBirthDate = 6,

    /// <summary>The sound of the name and the city or district.</summary>
    NameAndPlace = 7,

    /// <summary>An identifier of the mother and the date of birth.</summary>
    Mother = 8,
}
