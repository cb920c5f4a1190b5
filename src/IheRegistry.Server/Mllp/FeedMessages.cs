using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Wire.Hl7v2;

namespace IheRegistry.Server.Mllp;

/// <summary>Reads ADT messages and has the manager take them.</summary>
sealed class FeedMessages(PatientFeeds feeds)
{
    /// <summary>Takes a message.</summary>
    internal async Task<FeedTaking> TakeAsync(AuditContext call, Hl7Message message, CancellationToken cancellationToken)
    {
        var reading = PatientIdentityFeed.Read(message, PatientFeedRules.All);
        if (reading.Message is not { } feed) return new FeedTaking(IsUnderstood: false, reading.Problems);
        var problems = await feeds.FeedAsync(call, TransactionOf(feed.Event.Code), feed, cancellationToken).ConfigureAwait(false);
        return new FeedTaking(IsUnderstood: true, [.. reading.Problems, .. problems]);
    }

    // An event that several transactions share is audited as the one of ITI-8, which all senders know (ITI TF-2 3.8.4, 3.30.4, 3.31.4, 3.64.4).
    internal static Transaction TransactionOf(string triggerEvent) => triggerEvent switch
    {
        "A01" or "A04" or "A05" or "A08" or "A40" => Transactions.Iti8,
        "A24" or "A28" or "A31" or "A37" or "A47" => Transactions.Iti30,
        "A43" => Transactions.Iti64,
        _ => Transactions.Iti31,
    };
}

/// <summary>What came of a feed message.</summary>
/// <param name="IsUnderstood">Whether it could be read; what could be is audited by the manager.</param>
/// <param name="Problems">What is wrong with it.</param>
sealed record FeedTaking(bool IsUnderstood, IReadOnlyList<Hl7Problem> Problems);
