namespace IheRegistry.Actors.Audit;

/// <summary>What the audit says of a change of the link between a local id and its XAD-PID (ITI TF-2 3.64.5.1), ids in CX form.</summary>
/// <param name="Local">The local patient id.</param>
/// <param name="SubsumedLocal">The local id merged into it; null where none is.</param>
/// <param name="New">The XAD-PID it has now.</param>
/// <param name="Previous">The one it had.</param>
public sealed record AuditedLinkChange(string Local, string? SubsumedLocal, string New, string Previous);
