using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.StoredQuery;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>A stored query on the wire, whichever transaction asks it (ITI TF-2 3.18.4, 3.51.4).</summary>
/// <param name="transaction">Its row in the table of transactions.</param>
/// <param name="ask">Has the actor answer.</param>
/// <param name="audit">How the transaction audits a query.</param>
/// <param name="domains">Whose homeCommunityId the answers carry.</param>
sealed class StoredQuerySoap(Transaction transaction, StoredQuerySoap.Ask ask, StoredQueryAudit audit, AffinityDomainSource domains) : ISoapTransaction
{
    // A large answer goes out in pieces of about this size, so that it is never in memory as a whole.
    const int ObjectsPerFlush = 64;

    /// <summary>Has the actor answer.</summary>
    internal delegate Task<StoredQueryAnswer> Ask(
        AuditContext call,
        StoredQueryRequest? request,
        ReadOnlyMemory<byte> text,
        ErrorList errors,
        AccessScope scope,
        CancellationToken cancellationToken);

    /// <inheritdoc />
    public Transaction Transaction => transaction;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Registry;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        var request = exchange.ReadBody<Understood>(body =>
            body.IsStartElement("AdhocQueryRequest", EbXmlNamespaces.Query)
                ? new Understood(AdhocQueryReader.TryRead(body, AdhocQueryLimits.Default, errors, out var read) ? read : null)
                : null).Request;
        var text = AdhocQueryText.In(exchange.Message.Envelope);
        using var answer = await ask(exchange.Call, request, text, errors, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
        await SendAsync(exchange, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response)
    {
        AdhocQueryResponseWriter.Start(xml, response);
        AdhocQueryResponseWriter.End(xml);
    }

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        audit(call, new AuditedQuery(null, ReadOnlyMemory<byte>.Empty), outcome);

    async Task SendAsync(SoapExchange exchange, StoredQueryAnswer answer, CancellationToken cancellationToken)
    {
        var home = domains.Current.HomeCommunityId;
        var (writer, xml) = exchange.Begin();
        AdhocQueryResponseWriter.Start(xml, RegistryResponse.From(answer.Errors));
        var written = 0;
        foreach (var item in answer.Objects)
        {
            if (answer.ReturnType == ReturnType.ObjectRef) RegisteredObjectWriter.WriteRef(xml, item.EntryUuid, home);
            else RegisteredObjectWriter.Write(xml, item, home);
            if (++written % ObjectsPerFlush == 0) await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        AdhocQueryResponseWriter.End(xml);
        writer.EndEnvelope();
        await exchange.EndAsync(writer, cancellationToken).ConfigureAwait(false);
    }

    // A query that could not be understood is none, but its element was the right one.
    sealed record Understood(StoredQueryRequest? Request);
}
