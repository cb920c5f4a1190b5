using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Store;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Actors.PatientIdentifierManager;

/// <summary>
/// The patient feeds ITI-8, ITI-30, ITI-31, ITI-44 and ITI-64 to Patient Identifier Cross-reference Manager and Document Registry: what a message
/// means to either is one unit of work with its audit, so that the two never differ (docs/identity.md).
/// </summary>
public sealed class PatientFeeds(
    IRegistryStore store,
    IPatientQueries patients,
    AffinityDomainSource domains,
    RecordMatching matching,
    Iti10UpdateNotification notification,
    FreeSpaceGuard space,
    TimeProvider clock)
{
    /// <summary>Takes a message; when there is no problem, it is durable, and so is its audit.</summary>
    /// <param name="call">The call.</param>
    /// <param name="transaction">The transaction by which the message came.</param>
    /// <param name="feed">The message.</param>
    /// <param name="cancellationToken">Gives up waiting; what was handed to the store by then may be durable all the same.</param>
    /// <returns>What is wrong with the message: then nothing of it was taken.</returns>
    /// <exception cref="StoreUnavailableException">The store cannot make anything durable.</exception>
    public async Task<IReadOnlyList<Hl7Problem>> FeedAsync(
        AuditContext call, Transaction transaction, PatientFeedMessage feed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(feed);
        var domain = domains.Current;
        var problems = new List<Hl7Problem>();
        var reading = FeedReading.Of(feed, domain, problems);
        if (space.IsLow)
            problems.Add(new Hl7Problem(Hl7ErrorCode.ApplicationInternalError, new Hl7ErrorLocation("MSH", 1), "There is no room left; try again later"));
        var parties = MessageParties.Of(feed.SendingFacility, feed.SendingApplication, feed.ReceivingFacility, feed.ReceivingApplication);
        var source = new LedgerSource(clock.GetUtcNow(), parties.Sender, feed.ControlId, "");
        var audit = new FeedAudit(call, transaction, reading, parties);
        try
        {
            var link = await new LinkHistory(patients).FindAsync(reading, cancellationToken).ConfigureAwait(false);
            return await store.WriteAsync(tx => Take(tx, domain, reading, source, link, audit, problems), cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            var failure = AuditOutcome.Failure("nothing could be stored");
            await store.AuditAsync(AuditRecording.Of(audit.Of(new FeedEffects(), failure)), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    List<Hl7Problem> Take(
        IRegistryTransaction tx, AffinityDomain domain, FeedReading reading, LedgerSource source, long? link, FeedAudit audit, List<Hl7Problem> found)
    {
        // The store may run the work again: each run begins with what the reading has found.
        var problems = new List<Hl7Problem>(found);
        var work = new FeedWork(tx, domain, matching, reading, source, problems);
        if (problems.Count == 0) work.Run(link);
        if (problems.Count > 0) tx.Undo();
        else notification.Keep(tx, source.At);
        var outcome = problems.Count == 0
            ? AuditOutcome.Success
            : AuditOutcome.Failure(string.Join("; ", problems.Select(problem => problem.Text).Distinct()));
        tx.Audit(AuditRecording.Of(audit.Of(problems.Count == 0 ? work.Effects : new FeedEffects(), outcome)));
        return problems;
    }
}
