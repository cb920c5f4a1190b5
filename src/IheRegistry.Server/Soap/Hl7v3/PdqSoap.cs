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

/// <summary>Patient Demographics Query HL7 V3 on the wire (ITI TF-2 3.47.4.1, 3.47.4.2).</summary>
sealed class PdqSoap(PatientDemographicsQueries supplier, Hl7v3Node node) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti47;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.ReadBody(FindCandidatesQueryReader.Read);
        var answer = await AskAsync(exchange.Call, message, cancellationToken).ConfigureAwait(false);
        // The copy of a query that could not be understood would not be valid either.
        var (copy, domains) = message.Query is { } query ? (message.Text, query.Domains) : (default, []);
        var given = new CandidatesAnswer(message.Transmission, FindCandidatesResponse.Of(message, answer), message.QueryId, copy, domains);
        await given.SendAsync(exchange, node, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) =>
        CandidatesAnswer.Failure(Interactions.FindCandidatesQuery, response).Write(xml, node);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        IdentityQueryAudit.Of(call, new AuditedIdentityQuery(Transaction, default), outcome);

    async Task<PdqAnswer?> AskAsync(AuditContext call, QueryMessage<PdqQuery> message, CancellationToken cancellationToken)
    {
        var audited = new AuditedIdentityQuery(Transaction, message.Text) { QueryId = message.QueryId.ToString() };
        if (message.Query is not { } query)
        {
            await node.AuditAsync(IdentityQueryAudit.Of(call, audited, Hl7v3Node.OutcomeOf(message.Problems))).ConfigureAwait(false);
            return null;
        }

        try
        {
            return await supplier.AnswerAsync(call, query, audited, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            node.LogUnavailable(Transaction.Number, unavailable);
            return new PdqAnswer(PdqOutcome.Unavailable);
        }
    }
}
