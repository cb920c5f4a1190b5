using IheRegistry.Model.Demographics;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>From the PV1 segment to values.</summary>
static class VisitSegment
{
    public static PatientVisit Read(Hl7Segment pv1) => new()
    {
        PatientClass = Hl7Values.ReadText(pv1[2]),
        Location = pv1[3].IsEmpty ? null : Hl7Values.ReadLocation(pv1[3].Repetition(1)),
        AttendingDoctors = Hl7Values.ReadAll(pv1[7], Hl7Values.ReadPractitioner),
        ReferringDoctors = Hl7Values.ReadAll(pv1[8], Hl7Values.ReadPractitioner),
        ConsultingDoctors = Hl7Values.ReadAll(pv1[9], Hl7Values.ReadPractitioner),
        HospitalService = Hl7Values.ReadText(pv1[10]),
        AdmittingDoctors = Hl7Values.ReadAll(pv1[17], Hl7Values.ReadPractitioner),
        VisitNumber = pv1[19].IsEmpty ? null : Hl7Values.ReadIdentifier(pv1[19].Repetition(1)),
        AdmittedAt = Hl7Values.ReadText(pv1[44]),
        DischargedAt = Hl7Values.ReadText(pv1[45]),
    };
}
