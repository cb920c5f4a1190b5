using System.Text;
using IheRegistry.Model.Audit;

namespace IheRegistry.Wire.Tests.Audit;

/// <summary>Events to write and read.</summary>
static class Events
{
    public static readonly DateTimeOffset At = new(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero);

    /// <summary>Only what must be there.</summary>
    public static AuditEvent Smallest { get; } = new()
    {
        EventId = EventIds.Query,
        Action = null,
        At = At,
        Outcome = EventOutcome.Success,
        ActiveParticipants = [new("u", UserIsRequestor: false)],
        Source = new AuditSource("s", EnterpriseSiteId: null) { TypeCodes = [] },
    };

    /// <summary>All that there can be.</summary>
    public static AuditEvent Fullest { get; } = new()
    {
        EventId = EventIds.Export,
        EventTypeCodes = [new("ITI-43", "IHE Transactions", "Retrieve Document Set"), new("x", "y", "z", "zz")],
        Action = EventAction.Read,
        At = At,
        Outcome = EventOutcome.SeriousFailure,
        OutcomeDescription = "XDSDocumentUniqueIdError",
        PurposesOfUse = [new("12", "1.0.14265.1", "Law Enforcement")],
        ActiveParticipants =
        [
            new("http://service.example.org/xds", UserIsRequestor: false)
            {
                AlternativeUserId = "4711",
                UserName = "JD<John.Doe@example.com>",
                RoleIdCodes = [RoleIdCodes.Source, new("NURSEA", "St Fraser", "Attending Nurse")],
                NetworkAccessPoint = new("192.0.2.7", NetworkAccessPointType.IpAddress),
            },
            new("client", UserIsRequestor: true)
            {
                RoleIdCodes = [RoleIdCodes.Destination],
                NetworkAccessPoint = new("client.example.org", NetworkAccessPointType.MachineName),
            },
        ],
        Source = new AuditSource("repository", "1.3.6.1.4.1.21367.2026.1"),
        ParticipantObjects =
        [
            new(ObjectIdTypes.PatientNumber)
            {
                Id = "P1^^^&1.2.3&ISO",
                Type = ParticipantObjectType.Person,
                Role = ParticipantObjectRole.Patient,
                Name = "Müller & Söhne 病人",
            },
            new(ObjectIdTypes.ReportNumber)
            {
                Id = "1.2.3.4",
                Type = ParticipantObjectType.SystemObject,
                Role = ParticipantObjectRole.Report,
                Sensitivity = "N^normal^2.16.840.1.113883.5.25",
                Query = Encoding.UTF8.GetBytes("<q/>"),
                Details = [new("Repository Unique Id", "1.2.3"), new("name", "病")],
            },
        ],
    };
}
