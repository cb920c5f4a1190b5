namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of one object that a request names by entryUUID.</summary>
/// <param name="EntryUuid">The entryUUID, as far as the request has one.</param>
/// <param name="PatientId">The object's patient in CX form, if the registry knows the object.</param>
public sealed record AuditedObject(string EntryUuid, string? PatientId);
