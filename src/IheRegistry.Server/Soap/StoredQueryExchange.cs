using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.StoredQuery;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>A stored query on the wire, whichever transaction asks it (ITI TF-2 3.18.4, 3.51.4).</summary>
sealed class StoredQueryExchange(StoredQueryExchange.Ask ask, AffinityDomainSource domains)
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

    internal async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
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

    internal static void WriteFailure(Utf8XmlWriter xml, RegistryResponse response)
    {
        AdhocQueryResponseWriter.Start(xml, response);
        AdhocQueryResponseWriter.End(xml);
    }

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
