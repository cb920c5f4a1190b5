using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Remove Documents on the wire (ITI TF Supplement RMD, 3.86.4).</summary>
sealed class Iti86Soap(Iti86RemoveDocuments actor) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti86;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Repository;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var requests = exchange.ReadBody(RemoveDocumentsRequest.Read);
        var response = await actor.RemoveAsync(exchange.Call, requests, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(xml => RegistryResponseWriter.Write(xml, response), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => RegistryResponseWriter.Write(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) => Iti86RemoveDocumentsAudit.Of(call, [], outcome.Description);
}
