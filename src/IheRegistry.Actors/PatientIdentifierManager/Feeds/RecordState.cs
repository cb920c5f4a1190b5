using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Store.Patients;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>What is known of a record after a feed.</summary>
sealed record RecordState(PatientDemographics Demographics, PatientVisit? Visit, IReadOnlyList<PatientIdentifier> OtherIds)
{
    /// <summary>The sender does not know who the patient is (PID-31): nobody is to be found in him.</summary>
    internal bool IsUnknownPerson => Demographics.IdentityUnknown == "Y";

    internal static RecordState Of(PatientRecord? before, FedPatient patient, PatientFeedKind kind) => new(
        DemographicsMerge.Of(before?.Demographics ?? PatientDemographics.None, patient.Entry.Demographics),
        // A stay that did not take place is told of no more.
        kind == PatientFeedKind.Cancel ? null : patient.Entry.Visit ?? before?.Visit,
        DemographicsMerge.OfReferences(before?.OtherIds ?? [], patient.Ids.References));
}
