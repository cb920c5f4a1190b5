using IheRegistry.Actors.Audit;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>
/// Patient Identity Feed [ITI-8] to the Document Registry (ITI TF-2 3.8): only identifiers of the affinity domain's own patient
/// identification domains become patient ids under which documents can be registered.
/// </summary>
public sealed class Iti8PatientIdentityFeed(IRegistryStore store, AffinityDomainSource domains, FreeSpaceGuard space, TimeProvider clock)
{
    /// <summary>Takes a message; when there is no problem, it is durable, and so is its audit.</summary>
    /// <returns>What is wrong with the message: then nothing of it was taken.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public async Task<IReadOnlyList<Hl7Problem>> FeedAsync(AuditContext call, PatientFeedMessage feed, CancellationToken cancellationToken)
    {
        var problems = new List<Hl7Problem>();
        var changes = PatientChanges.Of(feed, domains.Current, problems);
        if (space.IsLow)
            problems.Add(new Hl7Problem(Hl7ErrorCode.ApplicationInternalError, new Hl7ErrorLocation("MSH", 1), "There is no room left; try again later"));
        try
        {
            return await store.WriteAsync(tx => Take(tx, call, feed, changes, problems), cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            await store.AuditAsync(Audit(call, feed, changes, AuditOutcome.Failure("nothing could be stored")), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    IReadOnlyList<Hl7Problem> Take(
        IRegistryTransaction tx, AuditContext call, PatientFeedMessage feed, PatientChanges changes, List<Hl7Problem> problems)
    {
        if (problems.Count == 0) Apply(tx, call, changes, problems);
        if (problems.Count > 0) tx.Undo();
        var outcome = problems.Count == 0
            ? AuditOutcome.Success
            : AuditOutcome.Failure(string.Join("; ", problems.Select(p => p.Text).Distinct()));
        tx.Audit(Audit(call, feed, changes, outcome));
        return problems;
    }

    static IReadOnlyList<AuditRecord> Audit(AuditContext call, PatientFeedMessage feed, PatientChanges changes, AuditOutcome outcome) =>
        AuditRecording.Of(PatientFeedAudit.Of(call, FeedFacts.Of(feed, changes), outcome));

    void Apply(IRegistryTransaction tx, AuditContext call, PatientChanges changes, List<Hl7Problem> problems)
    {
        var now = clock.GetUtcNow();
        tx.AddPatients(changes.Added, now);
        foreach (var (subsumed, surviving, pair) in changes.Merges)
        {
            var outcome = tx.MergePatients(subsumed, surviving, now, $"{call.Caller.Institution}/{call.Caller.Who}");
            if (Objection(outcome) is { } objection) problems.Add(Problem("MRG", pair, 1, Hl7ErrorCode.UnknownKeyIdentifier, objection));
        }
    }

    // The conditions under which a merge must change nothing (ITI TF-2 3.8.4.2.4).
    static string? Objection(MergeOutcome outcome) => outcome switch
    {
        MergeOutcome.UnknownPatient => "The subsumed or the surviving id is not known to this registry",
        MergeOutcome.SurvivingSubsumed => "The surviving id was merged into another one before",
        MergeOutcome.SubsumedByAnother => "The subsumed id was merged into another one before",
        _ => null,
    };

    internal static Hl7Problem Problem(string segment, int occurrence, int field, Hl7ErrorCode code, string text) =>
        new(code, new Hl7ErrorLocation(segment, occurrence, field), text);
}
