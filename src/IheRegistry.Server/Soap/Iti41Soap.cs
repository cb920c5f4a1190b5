using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>Provide and Register Document Set-b on the wire (ITI TF-2 3.41.4).</summary>
sealed class Iti41Soap(Iti41ProvideAndRegister actor) : ISoapTransaction
{
    /// <inheritdoc />
    public Transaction Transaction => Transactions.Iti41;

    /// <inheritdoc />
    public FailureCodes FailureCodes => FailureCodes.Repository;

    /// <inheritdoc />
    public async Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken)
    {
        var request = exchange.ReadBody(ProvideAndRegisterRequest.Read);
        var provided = new ProvidedDocumentSet(
            request.Metadata, [.. request.Documents.Select(d => d.Id)], Arriving(exchange.Message, request.Documents, cancellationToken));
        var response = await actor.ProvideAndRegisterAsync(exchange.Call, provided, cancellationToken).ConfigureAwait(false);
        await exchange.RespondAsync(xml => RegistryResponseWriter.Write(xml, response), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void WriteFailure(Utf8XmlWriter xml, RegistryResponse response) => RegistryResponseWriter.Write(xml, response);

    /// <inheritdoc />
    public IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome) =>
        [Iti41ProvideAndRegisterAudit.Of(call, AuditedSubmission.Unknown, outcome)];

    /// <summary>Inline documents first, then the MIME parts in the order in which they are on the wire.</summary>
    static async IAsyncEnumerable<IncomingDocument> Arriving(
        SoapMessage message, IReadOnlyList<ProvidedDocument> documents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var idByContentId = new Dictionary<string, string>();
        foreach (var document in documents)
        {
            if (document.Inline is { } bytes) yield return new IncomingDocument(document.Id, AsStream(bytes));
            else if (document.ContentId is { Length: > 0 } contentId) idByContentId.TryAdd(contentId, document.Id);
        }

        while (await message.ReadNextPartAsync(cancellationToken).ConfigureAwait(false) is { } part)
        {
            // A part that nothing refers to goes on under its own name, so that it is reported and not dropped.
            yield return part.ContentId is { } contentId && idByContentId.TryGetValue(contentId, out var id)
                ? new IncomingDocument(id, part.Content)
                : new IncomingDocument($"cid:{part.ContentId}", part.Content) { IsStray = true };
        }
    }

    static Stream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
