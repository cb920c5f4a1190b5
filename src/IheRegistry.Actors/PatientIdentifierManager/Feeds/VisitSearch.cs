using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.Demographics;
using SearchKey = IheRegistry.Store.Patients.SearchKey;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>
/// The parts of a visit by which Patient Demographics and Visit Query [ITI-22] finds a record. The numbers are stored beside those of
/// <see cref="SearchField"/>: they may be added to, never changed.
/// </summary>
enum VisitField : byte
{
    /// <summary>PV1-3.1.</summary>
    PointOfCare = 101,

    /// <summary>PV1-3.2.</summary>
    Room = 102,

    /// <summary>PV1-3.3; a bed's number selects little.</summary>
    Bed = 103,

    /// <summary>PV1-7, id or family name.</summary>
    AttendingDoctor = 107,

    /// <summary>PV1-8, id or family name.</summary>
    ReferringDoctor = 108,

    /// <summary>PV1-9, id or family name.</summary>
    ConsultingDoctor = 109,

    /// <summary>PV1-17, id or family name.</summary>
    AdmittingDoctor = 117,

    /// <summary>PV1-19.1.</summary>
    VisitNumber = 119,
}

/// <summary>Makes the keys of a visit.</summary>
static class VisitSearch
{
    internal static IEnumerable<SearchKey> KeysOf(PatientVisit? visit)
    {
        if (visit is null) return [];
        return Texts(visit)
            .Select(part => new SearchKey((byte)part.Field, TextOf(part.Text.Replace('*', ' '))))
            .Where(key => key.Text.Length > 0)
            .Distinct();
    }

    /// <summary>A text in the form in which it is indexed.</summary>
    internal static string TextOf(string text) => SearchTexts.Of(SearchField.Street, text);

    static IEnumerable<(VisitField Field, string Text)> Texts(PatientVisit visit) =>
    [
        (VisitField.PointOfCare, visit.Location?.PointOfCare ?? ""),
        (VisitField.Room, visit.Location?.Room ?? ""),
        (VisitField.Bed, visit.Location?.Bed ?? ""),
        .. Texts(VisitField.AttendingDoctor, visit.AttendingDoctors),
        .. Texts(VisitField.ReferringDoctor, visit.ReferringDoctors),
        .. Texts(VisitField.ConsultingDoctor, visit.ConsultingDoctors),
        .. Texts(VisitField.AdmittingDoctor, visit.AdmittingDoctors),
        (VisitField.VisitNumber, visit.VisitNumber?.Id ?? ""),
    ];

    static IEnumerable<(VisitField Field, string Text)> Texts(VisitField field, IReadOnlyList<Practitioner>? doctors) =>
        (doctors ?? []).SelectMany(doctor => new[] { (field, doctor.Id), (field, doctor.Name.Family) });
}
