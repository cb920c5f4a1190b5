namespace IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;

/// <summary>What is compared of two records.</summary>
public enum MatchField
{
    /// <summary>The family name.</summary>
    Family,

    /// <summary>The given name.</summary>
    Given,

    /// <summary>The date of birth.</summary>
    BirthDate,

    /// <summary>The sex.</summary>
    Sex,

    /// <summary>Telephone numbers and email addresses: the best pair.</summary>
    Telecom,

    /// <summary>Addresses: the best pair.</summary>
    Address,

    /// <summary>Numbers of which a person has one.</summary>
    NationalId,

    /// <summary>Numbers of cards, and record numbers that one record says of another.</summary>
    OtherId,

    /// <summary>The mother's name or identifier.</summary>
    Mother,

    /// <summary>Which of those born together.</summary>
    BirthOrder,
}
