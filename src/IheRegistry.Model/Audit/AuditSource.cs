using System.Collections.Immutable;

namespace IheRegistry.Model.Audit;

/// <summary>The system that reports an event: AuditSourceIdentification (DICOM PS3.15 A.5.2.3).</summary>
/// <param name="Id">AuditSourceID, unique within the enterprise site.</param>
/// <param name="EnterpriseSiteId">AuditEnterpriseSiteID, preferably an OID.</param>
public sealed record AuditSource(string Id, string? EnterpriseSiteId)
{
    /// <summary>RFC 3881's type of a server such as this one.</summary>
    public static AuditCode ApplicationServer { get; } = AuditCode.Rfc3881("4", "Application server process");

    /// <summary>The kinds of system that it is.</summary>
    public ImmutableArray<AuditCode> TypeCodes { get; init; } = [ApplicationServer];
}
