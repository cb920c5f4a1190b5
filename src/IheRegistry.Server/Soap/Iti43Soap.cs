using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.Access;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Retrieve Document Set on the wire (ITI TF-2 3.43.4).</summary>
sealed class Iti43Soap(Iti43RetrieveDocumentSet actor) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti43;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Repository;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var requests = exchange.ReadBody(RetrieveDocumentSetRequest.Read);
        await using var answer = await actor.RetrieveAsync(
            exchange.Call, requests, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
        try
        {
            await SendAsync(exchange, answer, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // The closing boundary was not written: nobody takes the half for the whole.
            await answer.AuditAbortAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response)
    {
        RetrieveDocumentSetResponseWriter.Start(xml, response);
        RetrieveDocumentSetResponseWriter.End(xml);
    }

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        Iti43RetrieveDocumentSetAudit.Of(call, [], outcome.Description);

    static async Task SendAsync(SoapExchange exchange, RetrievedDocumentSet answer, CancellationToken cancellationToken)
    {
        var (writer, xml) = exchange.Begin();
        var attachments = new List<(string ContentId, RetrievedDocument Document)>();
        RetrieveDocumentSetResponseWriter.Start(xml, answer.Response);
        foreach (var document in answer.Documents)
        {
            RetrieveDocumentSetResponseWriter.StartDocument(
                xml, document.Request, document.MimeType, document.NewRepositoryUniqueId, document.NewDocumentUniqueId);
            if (writer.Packaging == SoapPackaging.Mtom)
            {
                var contentId = $"document{attachments.Count + 1}@iheregistry";
                RetrieveDocumentSetResponseWriter.Include(xml, contentId);
                attachments.Add((contentId, document));
            }
            else
            {
                await writer.WriteBase64Async(document.Content, cancellationToken).ConfigureAwait(false);
            }

            RetrieveDocumentSetResponseWriter.EndDocument(xml);
        }

        RetrieveDocumentSetResponseWriter.End(xml);
        writer.EndEnvelope();
        foreach (var (contentId, document) in attachments)
            await writer.WriteAttachmentAsync(contentId, document.MimeType, document.Content, cancellationToken).ConfigureAwait(false);
        await exchange.EndAsync(writer, cancellationToken).ConfigureAwait(false);
    }
}
