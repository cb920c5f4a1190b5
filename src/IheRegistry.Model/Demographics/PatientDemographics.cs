namespace IheRegistry.Model.Demographics;

/// <summary>
/// What a message says about a patient. HL7 v2 tells "not said" (an empty field) from "known to be nothing" (a field of two
/// quotation marks): the first is null here, the second an empty text or list.
/// </summary>
public sealed record PatientDemographics
{
    /// <summary>PID-5, or null when not said.</summary>
    public IReadOnlyList<PersonName>? Names { get; init; }

    /// <summary>PID-7 as sent (<c>YYYY[MM[DD[HHMM...]]]</c>), or null when not said.</summary>
    public string? BirthDate { get; init; }

    /// <summary>PID-8, a code of HL7 table 0001, or null when not said.</summary>
    public string? Sex { get; init; }

    /// <summary>PID-11, or null when not said.</summary>
    public IReadOnlyList<PostalAddress>? Addresses { get; init; }
}
