using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Client;

/// <summary>From criteria to the parameters of QPD-3.</summary>
static class PdqParameterList
{
    internal static IEnumerable<(string Name, string Value)> Of(PdqCriteria criteria) =>
        All(criteria).Where(parameter => parameter.Value is not null).Select(parameter => (parameter.Name, parameter.Value!));

    static IEnumerable<(string Name, string? Value)> All(PdqCriteria criteria) =>
    [
        .. criteria.Identifiers.SelectMany(id => Identifier("@PID.3", id)),
        .. criteria.Names.SelectMany(name => Name("@PID.5", name)),
        .. criteria.MothersMaidenNames.SelectMany(name => Name("@PID.6", name)),
        ("@PID.7", criteria.BirthDate?.From),
        ("@PID.8", criteria.Sex),
        .. criteria.Addresses.SelectMany(Address),
        .. criteria.Telecoms.Select(telecom => ("@PID.13.1", (string?)telecom.ToString())),
        .. criteria.AccountNumber is { } account ? Identifier("@PID.18", account) : [],
        .. criteria.Visit is { } visit ? Visit(visit) : [],
    ];

    static IEnumerable<(string, string?)> Identifier(string field, IdentifierPattern id) =>
    [
        ($"{field}.1", id.Id?.ToString()),
        ($"{field}.4.1", NullIfEmpty(id.Authority.NamespaceId)),
        ($"{field}.4.2", NullIfEmpty(id.Authority.UniversalId)),
        ($"{field}.4.3", NullIfEmpty(id.Authority.UniversalIdType)),
    ];

    static IEnumerable<(string, string?)> Name(string field, NamePattern name) => [(field, name.WholeName?.ToString()), .. NameParts(field, name, first: 1)];

    static IEnumerable<(string, string?)> NameParts(string field, NamePattern name, int first) =>
    [
        ($"{field}.{first}.1", name.Family?.ToString()),
        ($"{field}.{first + 1}", name.Given?.ToString()),
        ($"{field}.{first + 2}", name.Middle?.ToString()),
        ($"{field}.{first + 3}", name.Suffix?.ToString()),
        ($"{field}.{first + 4}", name.Prefix?.ToString()),
    ];

    static IEnumerable<(string, string?)> Address(AddressPattern address) =>
    [
        ("@PID.11.1.1", address.Street?.ToString()),
        ("@PID.11.2", address.OtherDesignation?.ToString()),
        ("@PID.11.3", address.City?.ToString()),
        ("@PID.11.4", address.State?.ToString()),
        ("@PID.11.5", address.PostalCode?.ToString()),
        ("@PID.11.6", address.Country?.ToString()),
    ];

    static IEnumerable<(string, string?)> Visit(VisitPattern visit) =>
    [
        ("@PV1.2", visit.PatientClass?.ToString()),
        ("@PV1.3.1", visit.PointOfCare?.ToString()),
        ("@PV1.3.2", visit.Room?.ToString()),
        ("@PV1.3.3", visit.Bed?.ToString()),
        ("@PV1.3.4.1", visit.Facility?.ToString()),
        .. Doctor("@PV1.7", visit.AttendingDoctor),
        .. Doctor("@PV1.8", visit.ReferringDoctor),
        .. Doctor("@PV1.9", visit.ConsultingDoctor),
        ("@PV1.10", visit.HospitalService?.ToString()),
        .. Doctor("@PV1.17", visit.AdmittingDoctor),
        .. visit.VisitNumber is { } number ? Identifier("@PV1.19", number) : [],
    ];

    static IEnumerable<(string, string?)> Doctor(string field, PractitionerPattern? doctor) =>
        doctor is null ? [] : [($"{field}.1", doctor.Id?.ToString()), .. doctor.Name is { } name ? NameParts(field, name, first: 2) : []];

    static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
