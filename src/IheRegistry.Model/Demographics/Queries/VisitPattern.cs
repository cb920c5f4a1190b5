namespace IheRegistry.Model.Demographics.Queries;

/// <summary>What is asked of a visit (ITI TF-2 table 3.22-4), all of it of one visit. Null is not asked for.</summary>
public sealed record VisitPattern
{
    /// <summary><c>@PV1.2</c>.</summary>
    public TextPattern? PatientClass { get; init; }

    /// <summary><c>@PV1.3.1</c>.</summary>
    public TextPattern? PointOfCare { get; init; }

    /// <summary><c>@PV1.3.2</c>.</summary>
    public TextPattern? Room { get; init; }

    /// <summary><c>@PV1.3.3</c>.</summary>
    public TextPattern? Bed { get; init; }

    /// <summary><c>@PV1.3.4</c>, the facility's namespace id.</summary>
    public TextPattern? Facility { get; init; }

    /// <summary><c>@PV1.7</c>.</summary>
    public PractitionerPattern? AttendingDoctor { get; init; }

    /// <summary><c>@PV1.8</c>.</summary>
    public PractitionerPattern? ReferringDoctor { get; init; }

    /// <summary><c>@PV1.9</c>.</summary>
    public PractitionerPattern? ConsultingDoctor { get; init; }

    /// <summary><c>@PV1.10</c>.</summary>
    public TextPattern? HospitalService { get; init; }

    /// <summary><c>@PV1.17</c>.</summary>
    public PractitionerPattern? AdmittingDoctor { get; init; }

    /// <summary><c>@PV1.19</c>.</summary>
    public IdentifierPattern? VisitNumber { get; init; }

    /// <summary>True when nothing is asked for.</summary>
    public bool IsEmpty => this == Nothing;

    static VisitPattern Nothing { get; } = new();
}
