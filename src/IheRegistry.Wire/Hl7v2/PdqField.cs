namespace IheRegistry.Wire.Hl7v2;

/// <summary>The fields that a demographics query may ask for (ITI TF-2 tables 3.21-3, 3.21-4, 3.22-3 and 3.22-4).</summary>
enum PdqField
{
    Identifier,
    Name,
    MothersMaidenName,
    BirthDate,
    Sex,
    Address,
    Telecom,
    AccountNumber,
    PatientClass,
    Location,
    AttendingDoctor,
    ReferringDoctor,
    ConsultingDoctor,
    HospitalService,
    AdmittingDoctor,
    VisitNumber,
}
