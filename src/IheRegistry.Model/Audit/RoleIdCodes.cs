namespace IheRegistry.Model.Audit;

/// <summary>The RoleIDCodes of processes (DICOM PS3.16 CID 402).</summary>
public static class RoleIdCodes
{
    /// <summary>The application that started or stopped.</summary>
    public static AuditCode Application { get; } = AuditCode.Dicom("110150", "Application");

    /// <summary>Who started or stopped it.</summary>
    public static AuditCode ApplicationLauncher { get; } = AuditCode.Dicom("110151", "Application Launcher");

    /// <summary>Where the data went; of a query, who answers it.</summary>
    public static AuditCode Destination { get; } = AuditCode.Dicom("110152", "Destination Role ID");

    /// <summary>Where the data came from; of a query, who asks it.</summary>
    public static AuditCode Source { get; } = AuditCode.Dicom("110153", "Source Role ID");
}
