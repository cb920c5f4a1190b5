namespace IheRegistry.Actors.PatientIdentifierManager.Matching;

/// <summary>Why a record was or was not taken for a person's.</summary>
public enum MatchRule
{
    /// <summary>No record shares a key with it.</summary>
    NoCandidate,

    /// <summary>It is of a domain whose numbers are given to those not identified: never linked.</summary>
    TemporaryDomain,

    /// <summary>A steward has said that they are two persons.</summary>
    KeptApart,

    /// <summary>One is the mother of the other.</summary>
    MotherAndChild,

    /// <summary>They were born together: the mother is the same, order or sex of birth differ.</summary>
    BornTogether,

    /// <summary>Same mother, same birth, and nothing says whether they were born together.</summary>
    PossiblyBornTogether,

    /// <summary>Same mother, same date, same place in the order of a birth.</summary>
    SameBirth,

    /// <summary>A trusted identifier agrees, and name, date of birth and sex with it.</summary>
    TrustedIdentifier,

    /// <summary>A trusted identifier agrees, but name, date of birth or sex do not: cards are borrowed.</summary>
    BorrowedIdentifier,

    /// <summary>The person has another number of the kind of which one has one.</summary>
    ConflictingIdentifiers,

    /// <summary>The domain already knows the person under another number: a steward decides whether it is the same.</summary>
    SameDomain,

    /// <summary>The evidence reaches the threshold for linking.</summary>
    EnoughEvidence,

    /// <summary>The evidence reaches the threshold, but name, date of birth or sex do not agree as they must.</summary>
    NameOrBirthDiffers,

    /// <summary>The evidence reaches the threshold for review.</summary>
    SomeEvidence,

    /// <summary>The evidence reaches no threshold.</summary>
    TooLittleEvidence,

    /// <summary>Several persons have enough evidence, and none leads.</summary>
    SeveralPersons,
}
