namespace IheRegistry.Model.Demographics;

/// <summary>What a message says about a visit (PV1), which Patient Demographics and Visit Query [ITI-22] asks for. Null when not said.</summary>
public sealed record PatientVisit
{
    /// <summary>PV1-2, a code of HL7 table 0004 such as <c>I</c> (inpatient).</summary>
    public string? PatientClass { get; init; }

    /// <summary>PV1-3.</summary>
    public PatientLocation? Location { get; init; }

    /// <summary>PV1-7.</summary>
    public IReadOnlyList<Practitioner>? AttendingDoctors { get; init; }

    /// <summary>PV1-8.</summary>
    public IReadOnlyList<Practitioner>? ReferringDoctors { get; init; }

    /// <summary>PV1-9.</summary>
    public IReadOnlyList<Practitioner>? ConsultingDoctors { get; init; }

    /// <summary>PV1-10, a code of HL7 table 0069.</summary>
    public string? HospitalService { get; init; }

    /// <summary>PV1-17.</summary>
    public IReadOnlyList<Practitioner>? AdmittingDoctors { get; init; }

    /// <summary>PV1-19.</summary>
    public PatientIdentifier? VisitNumber { get; init; }

    /// <summary>PV1-44 as sent.</summary>
    public string? AdmittedAt { get; init; }

    /// <summary>PV1-45 as sent.</summary>
    public string? DischargedAt { get; init; }
}
