namespace IheRegistry.Model.Demographics.Queries;

/// <summary>
/// What the patients that are asked for are like: everything that is given must hold (ITI TF-2 3.21.4.1.2.3, 3.47.4.1.2.1). Lists are empty and
/// single values null where nothing is asked for.
/// </summary>
public sealed record PdqCriteria
{
    /// <summary><c>@PID.3</c>, LivingSubjectId: "If multiple instances of this parameter are provided, all of the associated identifiers must match".</summary>
    public IReadOnlyList<IdentifierPattern> Identifiers { get; init; } = [];

    /// <summary><c>@PID.5</c>, LivingSubjectName: one of these names.</summary>
    public IReadOnlyList<NamePattern> Names { get; init; } = [];

    /// <summary><c>@PID.6</c>, MothersMaidenName: one of these names.</summary>
    public IReadOnlyList<NamePattern> MothersMaidenNames { get; init; } = [];

    /// <summary><c>@PID.7</c>, LivingSubjectBirthTime.</summary>
    public BirthDateRange? BirthDate { get; init; }

    /// <summary><c>@PID.8</c>, LivingSubjectAdministrativeGender: a code of HL7 table 0001.</summary>
    public string? Sex { get; init; }

    /// <summary><c>@PID.11</c>, PatientAddress: one of these addresses.</summary>
    public IReadOnlyList<AddressPattern> Addresses { get; init; } = [];

    /// <summary><c>@PID.13</c>, PatientTelecom: one of these numbers or addresses.</summary>
    public IReadOnlyList<TextPattern> Telecoms { get; init; } = [];

    /// <summary><c>@PID.18</c>.</summary>
    public IdentifierPattern? AccountNumber { get; init; }

    /// <summary><c>@PV1</c>, of Patient Demographics and Visit Query [ITI-22] only.</summary>
    public VisitPattern? Visit { get; init; }
}
