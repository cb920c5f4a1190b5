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

/// <summary>Registry Stored Query on the wire (ITI TF-2 3.18.4).</summary>
sealed class Iti18Soap(Iti18RegistryStoredQuery actor, AffinityDomainSource domains) : ISoapTransaction
{
    // A large answer goes out in pieces of about this size, so that it is never in memory as a whole.
    const int ObjectsPerFlush = 64;

    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti18;

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
        using var answer = await actor.QueryAsync(
            exchange.Call, request, text, errors, AccessScope.Everything, cancellationToken).ConfigureAwait(false);
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
        Iti18RegistryStoredQueryAudit.Of(call, new AuditedQuery(null, ReadOnlyMemory<byte>.Empty), outcome);

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
