using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;

namespace IheRegistry.Store.Patients;

/// <summary>What one domain says of a patient under one id.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Id">The id in its domain, in the canonical escaped form.</param>
/// <param name="Person">Whose it is: the row of the person that stands for all merged into it.</param>
/// <param name="Source">Facility and application of its last feed.</param>
/// <param name="IsTentative">It may not be linked automatically: a newborn, an unknown patient.</param>
/// <param name="SubsumedBy">The record that it was merged into, and which stands for it; null for one of its own.</param>
/// <param name="Demographics">What its feeds came to.</param>
/// <param name="Visit">The last visit that was told of; null where there was none.</param>
/// <param name="OtherIds">Identifiers of other domains that it names; the authority with its OID where that is known.</param>
/// <param name="LastEvent">The number of its last feed in the ledger.</param>
/// <param name="FirstSeen">When it was first fed.</param>
/// <param name="LastFed">When it was last fed.</param>
public sealed record PatientRecord(
    long Row,
    PatientId Id,
    long Person,
    string Source,
    bool IsTentative,
    PatientId? SubsumedBy,
    PatientDemographics Demographics,
    PatientVisit? Visit,
    IReadOnlyList<PatientIdentifier> OtherIds,
    long LastEvent,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastFed);
