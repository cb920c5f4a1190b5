namespace IheRegistry.Model.Audit;

/// <summary>The EventID codes that are used here (DICOM PS3.16 CID 400; ITI TF-2 table 3.20.4.1.1.1-1).</summary>
public static class EventIds
{
    /// <summary>Application Activity: start and stop.</summary>
    public static AuditCode ApplicationActivity { get; } = AuditCode.Dicom("110100", "Application Activity");

    /// <summary>Export: patients' data leave.</summary>
    public static AuditCode Export { get; } = AuditCode.Dicom("110106", "Export");

    /// <summary>Import: patients' data arrive.</summary>
    public static AuditCode Import { get; } = AuditCode.Dicom("110107", "Import");

    /// <summary>Patient Record: a patient is created, changed, merged.</summary>
    public static AuditCode PatientRecord { get; } = AuditCode.Dicom("110110", "Patient Record");

    /// <summary>Query.</summary>
    public static AuditCode Query { get; } = AuditCode.Dicom("110112", "Query");

    /// <summary>Security Alert.</summary>
    public static AuditCode SecurityAlert { get; } = AuditCode.Dicom("110113", "Security Alert");
}
