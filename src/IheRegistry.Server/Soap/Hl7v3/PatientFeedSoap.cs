using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Store;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap.Hl7v3;

/// <summary>Patient Identity Feed HL7 V3 on the wire (ITI TF-2 3.44.4), one row for each of its interactions.</summary>
/// <param name="transaction">The interaction's row in the table of transactions.</param>
/// <param name="interaction">The interaction.</param>
/// <param name="feeds">Takes the message.</param>
/// <param name="node">Answers.</param>
sealed class PatientFeedSoap(Transaction transaction, string interaction, PatientFeeds feeds, Hl7v3Node node) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => transaction;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.ReadBody(body => PatientFeedReader.Read(body, interaction));
        var problems = await TakeAsync(exchange.Call, message, cancellationToken).ConfigureAwait(false);
        var acknowledgement = AcceptAcknowledgement.Of(message.Transmission, problems, node.Self, node.Now);
        await exchange.RespondAsync(acknowledgement.Write, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) =>
        AcceptAcknowledgement.Of(Hl7v3Node.Unknown(interaction), [Hl7v3Node.ProblemOf(response)], node.Self, node.Now).Write(xml);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) => AuditRefusal(call, "", outcome);

    async Task<IReadOnlyList<Hl7v3Problem>> TakeAsync(AuditContext call, PatientFeedTransmission message, CancellationToken cancellationToken)
    {
        if (message.Feed is not { } feed)
        {
            await node.AuditAsync(AuditRefusal(call, message.Transmission.Id.ToString(), Hl7v3Node.OutcomeOf(message.Problems))).ConfigureAwait(false);
            return message.Problems;
        }

        try
        {
            var problems = await feeds.FeedAsync(call, transaction, feed, cancellationToken).ConfigureAwait(false);
            return [.. message.Problems, .. problems.Select(problem => Hl7v3Problem.Of(interaction, problem))];
        }
        catch (StoreUnavailableException unavailable)
        {
            node.LogUnavailable(transaction.Number, unavailable);
            return [new Hl7v3Problem(Hl7ErrorCode.ApplicationInternalError, "", "Nothing can be stored at present; try again later")];
        }
    }

    AuditEvent[] AuditRefusal(AuditContext call, string messageId, AuditOutcome outcome) =>
        [.. PatientFeedAudit.Of(call, new AuditedFeed(transaction, PatientFeedReader.EventOf(interaction).Code, messageId, Nobody), outcome)];

    // The audit of V3 names the endpoints (3.44.5.1.2).
    static MessageParties Nobody { get; } = new("", "", "", "");
}
