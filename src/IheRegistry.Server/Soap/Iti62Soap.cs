using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Remove Metadata on the wire (ITI TF Supplement RMD, 3.62.4).</summary>
sealed class Iti62Soap(Iti62RemoveMetadata actor) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti62;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var request = exchange.ReadBody(RemoveObjectsRequest.Read);
        var response = await actor.RemoveAsync(exchange.Call, request, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(xml => RegistryResponseWriter.Write(xml, response), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => RegistryResponseWriter.Write(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) => Iti62RemoveMetadataAudit.Of(call, [], outcome);
}
