using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientDemographicsSupplier;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Model.Errors;
using IheRegistry.Store;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap.Hl7v3;

/// <summary>
/// Continuation and cancellation of Patient Demographics Query HL7 V3 on the wire (ITI TF-2 3.47.4.3). They have actions of their own, but one
/// message, whose statusCode may cancel whichever action it came with.
/// </summary>
/// <param name="transaction">The action's row in the table of transactions.</param>
/// <param name="supplier">Goes on.</param>
/// <param name="node">Answers.</param>
sealed class PdqContinuationSoap(Transaction transaction, PatientDemographicsQueries supplier, Hl7v3Node node) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => transaction;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    bool Cancels => transaction == Transactions.Iti47Cancel;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.ReadBody(QueryContinuationReader.Read);
        if (Cancels || message.IsCancellation) await CancelAsync(exchange, message, cancellationToken).ConfigureAwait(false);
        else await ContinueAsync(exchange, message, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response)
    {
        if (Cancels) AcceptAcknowledgement.Of(Hl7v3Node.Unknown(Interactions.QueryCancellation), [Hl7v3Node.ProblemOf(response)], node.Self, node.Now).Write(xml);
        else CandidatesAnswer.Failure(Interactions.QueryContinuation, response).Write(xml, node);
    }

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        IdentityQueryAudit.Of(call, new AuditedIdentityQuery(transaction, default), outcome);

    // A query that was never asked, or has been answered to its end, is as good as cancelled.
    async Task CancelAsync(SoapExchange exchange, QueryContinuationMessage message, CancellationToken cancellationToken)
    {
        if (message.Problems.Count == 0) supplier.Cancel(exchange.Call, new PdqCancellation(message.QueryId.ToString()), null);
        else await AuditRefusalAsync(exchange.Call, message).ConfigureAwait(false);
        var acknowledgement = AcceptAcknowledgement.Of(message.Transmission, message.Problems, node.Self, node.Now);
        await exchange.RespondAsync(acknowledgement.Write, cancellationToken, Transactions.Iti47Cancel.ResponseAction).ConfigureAwait(false);
    }

    async Task ContinueAsync(SoapExchange exchange, QueryContinuationMessage message, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(exchange.Call, message, cancellationToken).ConfigureAwait(false);
        var given = new CandidatesAnswer(
            message.Transmission, FindCandidatesResponse.Of(message, answer), message.QueryId, answer?.Query?.Text ?? default, answer?.Query?.Domains ?? []);
        await given.SendAsync(exchange, node, cancellationToken).ConfigureAwait(false);
    }

    async Task<PdqAnswer?> AskAsync(AuditContext call, QueryContinuationMessage message, CancellationToken cancellationToken)
    {
        if (message.Problems.Count > 0)
        {
            await AuditRefusalAsync(call, message).ConfigureAwait(false);
            return null;
        }

        try
        {
            var continuation = new PdqContinuation(message.QueryId.ToString(), message.Start, message.Quantity);
            var audited = new AuditedIdentityQuery(transaction, default) { QueryId = continuation.QueryId };
            return await supplier.ContinueAsync(call, continuation, audited, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            node.LogUnavailable(transaction.Number, unavailable);
            return new PdqAnswer(PdqOutcome.Unavailable);
        }
    }

    Task AuditRefusalAsync(AuditContext call, QueryContinuationMessage message) => node.AuditAsync(IdentityQueryAudit.Of(
        call, new AuditedIdentityQuery(transaction, default) { QueryId = message.QueryId.ToString() }, Hl7v3Node.OutcomeOf(message.Problems)));
}
