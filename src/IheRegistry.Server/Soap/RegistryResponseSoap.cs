using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>A transaction that is answered with a RegistryResponse and nothing else (ITI TF-3 4.2.4).</summary>
/// <param name="transaction">Its row in the table of transactions.</param>
/// <param name="failureCodes">The actor's codes for failures that are nobody's fault outside.</param>
/// <param name="read">Reads the request from the message.</param>
/// <param name="act">Has the actor act.</param>
/// <param name="auditRefusal">The event of a request whose body could not be understood.</param>
sealed class RegistryResponseSoap<TRequest>(
    Transaction transaction,
    FailureCodes failureCodes,
    Func<SoapExchange, CancellationToken, TRequest> read,
    Func<AuditContext, TRequest, CancellationToken, Task<RegistryResponse>> act,
    Func<AuditContext, AuditOutcome, IEnumerable<AuditEvent>> auditRefusal) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => transaction;

    /// <inheritdoc />
    public FailureCodes FailureCodes => failureCodes;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var request = read(exchange, cancellationToken);
        var response = await act(exchange.Call, request, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(xml => RegistryResponseWriter.Write(xml, response), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => RegistryResponseWriter.Write(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) => auditRefusal(call, outcome);
}
