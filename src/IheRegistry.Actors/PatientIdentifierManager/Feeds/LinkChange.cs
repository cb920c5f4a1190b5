using IheRegistry.Actors.Audit;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;

namespace IheRegistry.Actors.PatientIdentifierManager.Feeds;

/// <summary>
/// Notify XAD-PID Link Change [ITI-64] as sent: the places in PID-3 and MRG-1 say what an identifier is (ITI TF-2 3.64.4.1.2.3, 3.64.4.1.2.4).
/// </summary>
/// <param name="Local">The local patient id.</param>
/// <param name="SubsumedLocal">The local id that is merged into it; null where none is.</param>
/// <param name="New">The XAD-PID that it has now.</param>
/// <param name="Previous">The one that it had.</param>
sealed record LinkChange(PatientIdentifier Local, PatientIdentifier? SubsumedLocal, PatientIdentifier New, PatientIdentifier Previous)
{
    internal AuditedLinkChange Audited => new(Text(Local), SubsumedLocal is { } subsumed ? Text(subsumed) : null, Text(New), Text(Previous));

    /// <summary>Reads a message; null when it does not have the form.</summary>
    internal static LinkChange? Of(PatientFeedMessage feed) => feed.Patients switch
    {
        [{ Identifiers: [var now, var local], PriorIdentifiers: [var previous] }] => new LinkChange(local, null, now, previous),
        [{ Identifiers: [var now, var local], PriorIdentifiers: [var previous, var subsumed] }] => new LinkChange(local, subsumed, now, previous),
        _ => null,
    };

    static string Text(PatientIdentifier id) =>
        $"{id.Id}^^^{id.Authority.NamespaceId}{(id.Authority.UniversalId.Length > 0 ? $"&{id.Authority.UniversalId}&ISO" : "")}";
}
