using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;

namespace IheRegistry.Actors.PatientDemographicsSupplier;

/// <summary>Whether a visit is one that is asked for (ITI TF-2 table 3.22-4).</summary>
static class VisitMatch
{
    internal static bool IsLike(PatientVisit visit, VisitPattern asked, Func<HierarchicDesignator, HierarchicDesignator, bool> isSameAuthority) =>
        IsLike(visit.PatientClass, asked.PatientClass)
        && IsLike(visit.Location?.PointOfCare, asked.PointOfCare) && IsLike(visit.Location?.Room, asked.Room)
        && IsLike(visit.Location?.Bed, asked.Bed)
        && (IsLike(visit.Location?.Facility.NamespaceId, asked.Facility) || IsLike(visit.Location?.Facility.UniversalId, asked.Facility))
        && IsLike(visit.AttendingDoctors, asked.AttendingDoctor) && IsLike(visit.ReferringDoctors, asked.ReferringDoctor)
        && IsLike(visit.ConsultingDoctors, asked.ConsultingDoctor) && IsLike(visit.AdmittingDoctors, asked.AdmittingDoctor)
        && IsLike(visit.HospitalService, asked.HospitalService)
        && (asked.VisitNumber is not { } number
            || (IsLike(visit.VisitNumber?.Id, number.Id)
                && (number.Authority.IsEmpty || (visit.VisitNumber is { } known && isSameAuthority(known.Authority, number.Authority)))));

    static bool IsLike(IReadOnlyList<Practitioner>? doctors, PractitionerPattern? asked) =>
        asked is null || (doctors ?? []).Any(doctor => IsLike(doctor.Id, asked.Id) && IsLike(doctor.Name, asked.Name));

    static bool IsLike(PersonName known, NamePattern? asked) =>
        asked is null
        || (IsLike(known.Family, asked.Family) && IsLike(known.Given, asked.Given) && IsLike(known.Middle, asked.Middle)
            && IsLike(known.Suffix, asked.Suffix) && IsLike(known.Prefix, asked.Prefix)
            && (IsLike(known.Family + known.Given, asked.WholeName) || IsLike(known.Given + known.Family, asked.WholeName)));

    static bool IsLike(string? known, TextPattern? asked) => asked is null || TextMatch.IsLike(SearchField.Street, known ?? "", asked);
}
