using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Model.Errors;
using IheRegistry.Store;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap.Hl7v3;

/// <summary>PIXV3 Query on the wire (ITI TF-2 3.45.4).</summary>
sealed class PixQuerySoap(Iti9PixQuery manager, Hl7v3Node node) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti45;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var message = exchange.ReadBody(GetIdentifiersQueryReader.Read);
        var answer = await AskAsync(exchange.Call, message, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(
            xml => GetIdentifiersResponse.Of(message, answer).Write(xml, message, node.Self, node.Now), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response)
    {
        var unknown = new QueryMessage<PixQuery>(
            Hl7v3Node.Unknown(Interactions.GetIdentifiersQuery), InstanceIdentifier.None, null, default, [Hl7v3Node.ProblemOf(response)]);
        GetIdentifiersResponse.Of(unknown, null).Write(xml, unknown, node.Self, node.Now);
    }

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        IdentityQueryAudit.Of(call, new AuditedIdentityQuery(Transaction, default), outcome);

    async Task<PixAnswer?> AskAsync(AuditContext call, QueryMessage<PixQuery> message, CancellationToken cancellationToken)
    {
        var audited = new AuditedIdentityQuery(Transaction, message.Text) { QueryId = message.QueryId.ToString() };
        if (message.Query is not { } query)
        {
            await node.AuditAsync(IdentityQueryAudit.Of(call, audited, Hl7v3Node.OutcomeOf(message.Problems))).ConfigureAwait(false);
            return null;
        }

        try
        {
            return await manager.AnswerAsync(call, query, audited, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            node.LogUnavailable(Transaction.Number, unavailable);
            return new PixAnswer(PixOutcome.Unavailable);
        }
    }
}
