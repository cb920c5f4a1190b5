namespace IheRegistry.Model.Demographics;

/// <summary>
/// What a message says about a patient. HL7 v2 tells "not said" (an empty field) from "known to be nothing" (a field of two
/// quotation marks): the first is null here, the second an empty text or list.
/// </summary>
public sealed record PatientDemographics
{
    /// <summary>Nothing is said.</summary>
    public static PatientDemographics None { get; } = new();

    /// <summary>PID-5 and, of type A, PID-9; or null when PID-5 is not said.</summary>
    public IReadOnlyList<PersonName>? Names { get; init; }

    /// <summary>PID-6, the mother's name before her marriage, or null when not said.</summary>
    public IReadOnlyList<PersonName>? MothersMaidenNames { get; init; }

    /// <summary>PID-7 as sent (<c>YYYY[MM[DD[HHMM...]]]</c>), or null when not said.</summary>
    public string? BirthDate { get; init; }

    /// <summary>PID-8, a code of HL7 table 0001, or null when not said.</summary>
    public string? Sex { get; init; }

    /// <summary>PID-10, the code, or null when not said.</summary>
    public string? Race { get; init; }

    /// <summary>PID-11, or null when not said.</summary>
    public IReadOnlyList<PostalAddress>? Addresses { get; init; }

    /// <summary>PID-13 and PID-14, told apart by their use; or null when not said.</summary>
    public IReadOnlyList<Telecom>? Telecoms { get; init; }

    /// <summary>PID-15, the code of the primary language, or null when not said.</summary>
    public string? Language { get; init; }

    /// <summary>PID-16, a code of HL7 table 0002, or null when not said.</summary>
    public string? MaritalStatus { get; init; }

    /// <summary>PID-17, a code of HL7 table 0006, or null when not said.</summary>
    public string? Religion { get; init; }

    /// <summary>PID-18, the account number, or null when not said.</summary>
    public PatientIdentifier? AccountNumber { get; init; }

    /// <summary>PID-19, the social security number, or null when not said.</summary>
    public string? SocialSecurityNumber { get; init; }

    /// <summary>PID-20, the number of the driver's license, or null when not said.</summary>
    public string? DriversLicense { get; init; }

    /// <summary>PID-21, identifiers of the mother; or null when not said.</summary>
    public IReadOnlyList<PatientIdentifier>? MothersIdentifiers { get; init; }

    /// <summary>PID-22, the code, or null when not said.</summary>
    public string? EthnicGroup { get; init; }

    /// <summary>PID-23, or null when not said.</summary>
    public string? BirthPlace { get; init; }

    /// <summary>PID-24, <c>Y</c> for one of several born together, or null when not said.</summary>
    public string? MultipleBirth { get; init; }

    /// <summary>PID-25, which of those born together, from 1; or null when not said.</summary>
    public string? BirthOrder { get; init; }

    /// <summary>PID-26, the code, or null when not said.</summary>
    public string? Citizenship { get; init; }

    /// <summary>PID-29 as sent, or null when not said.</summary>
    public string? DeathTime { get; init; }

    /// <summary>PID-30, <c>Y</c> or <c>N</c>, or null when not said.</summary>
    public string? IsDead { get; init; }

    /// <summary>PID-31, <c>Y</c> when it is not known who the patient is, or null when not said.</summary>
    public string? IdentityUnknown { get; init; }

    /// <summary>PID-32, codes of HL7 table 0445 such as <c>AL</c> (an alias); or null when not said.</summary>
    public IReadOnlyList<string>? IdentityReliability { get; init; }
}
