using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRecipient;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Provide and Register Document Set-b to the Document Recipient on the wire (ITI TF-2 3.41.4).</summary>
sealed class Iti41RecipientSoap(Iti41ReceiveDocumentSet actor) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti41Recipient;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Repository;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var provided = ProvidedMessage.Read(exchange, cancellationToken);
        var response = await actor.ReceiveAsync(exchange.Call, provided, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(xml => RegistryResponseWriter.Write(xml, response), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => RegistryResponseWriter.Write(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        [Iti41ProvideAndRegisterAudit.Of(call, AuditedSubmission.Unknown, outcome)];
}
