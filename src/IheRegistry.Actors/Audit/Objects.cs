using IheRegistry.Model.Audit;

namespace IheRegistry.Actors.Audit;

/// <summary>The objects that several transactions' audit tables share.</summary>
static class Objects
{
    /// <summary>A patient: type 1 (person), role 1 (patient), "the patient ID in HL7 CX format".</summary>
    public static ParticipantObject Patient(string patientId) => new(ObjectIdTypes.PatientNumber)
    {
        Id = patientId,
        Type = ParticipantObjectType.Person,
        Role = ParticipantObjectRole.Patient,
    };

    /// <summary>A submission set: type 2 (system), role 20 (job), "the submissionSet unique ID".</summary>
    public static ParticipantObject SubmissionSet(string uniqueId) => new(ObjectIdTypes.SubmissionSet)
    {
        Id = uniqueId,
        Type = ParticipantObjectType.SystemObject,
        Role = ParticipantObjectRole.Job,
    };
}
