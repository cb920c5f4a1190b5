using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Registry Stored Query on the wire (ITI TF-2 3.18.4).</summary>
sealed class Iti18Soap(Iti18RegistryStoredQuery actor, AffinityDomainSource domains) : ISoapTransaction
{
    readonly StoredQueryExchange _queries = new(actor.QueryAsync, domains);

    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti18;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken) => _queries.AnswerAsync(exchange, cancellationToken);

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => StoredQueryExchange.WriteFailure(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        Iti18RegistryStoredQueryAudit.Of(call, new AuditedQuery(null, ReadOnlyMemory<byte>.Empty), outcome);
}
