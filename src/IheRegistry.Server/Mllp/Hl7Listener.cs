using System.Buffers;
using System.Net;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Server.Mllp;

/// <summary>
/// HL7 v2 on the MLLP wire, all transactions on one port: MSH-9 says which one a message is of. Feeds are ADT, queries QBP, cancellations of queries
/// QCN; other types, and events that no transaction has, are rejected by name (AR with codes 200 and 201 of HL7 table 0357).
/// </summary>
sealed class Hl7Listener(
    FeedMessages feeds,
    QueryMessages queries,
    IRegistryStore store,
    AcknowledgementWriter acknowledgements,
    AuditingNode node,
    TimeProvider clock,
    ILogger<Hl7Listener> logger)
{
    /// <summary>Handles one message; its signature is <see cref="MllpMessageHandler"/>.</summary>
    internal async ValueTask HandleAsync(
        ReadOnlyMemory<byte> bytes, IBufferWriter<byte> answer, MllpPeer peer, CancellationToken cancellationToken)
    {
        var call = CallOf(peer);
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
        {
            var problem = refusal.ToProblem();
            await AuditRefusalAsync(call, [problem]).ConfigureAwait(false);
            if (!acknowledgements.WriteRejection(answer, bytes, problem)) acknowledgements.WriteUnaddressedRejection(answer, problem);
            return;
        }

        try
        {
            await AnswerAsync(call, message, answer, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException unavailable)
        {
            logger.FeedFailed(unavailable);
            acknowledgements.Write(answer, message, Acknowledgement.Of(
                new Hl7Problem(Hl7ErrorCode.ApplicationInternalError, new Hl7ErrorLocation("MSH", 1), "Nothing can be stored at present; try again later")));
        }
    }

    /// <summary>Audits bytes that were not taken as a frame; its signature is <see cref="MllpRefusalHandler"/>.</summary>
    internal async ValueTask AuditAsync(MllpRefusal refusal, MllpPeer peer, CancellationToken cancellationToken) =>
        await store.AuditOrLogAsync([RefusedMessageAudit.Of(CallOf(peer), refusal.ToText())], logger).ConfigureAwait(false);

    ValueTask AnswerAsync(AuditContext call, Hl7Message message, IBufferWriter<byte> answer, CancellationToken cancellationToken) =>
        message.MessageType switch
        {
            "ADT" => TakeFeedAsync(call, message, answer, cancellationToken),
            "QBP" when message.TriggerEvent is "Q23" => AnswerQueryAsync(queries.AnswerPixAsync(call, message, answer, cancellationToken), call),
            "QBP" when message.TriggerEvent is "Q22" or "ZV1" => AnswerQueryAsync(queries.AnswerPdqAsync(call, message, answer, cancellationToken), call),
            "QBP" => RefuseAsync(call, message, answer, Hl7ErrorCode.UnsupportedEventCode, "The query is not supported here", 2),
            "QCN" when message.TriggerEvent is "J01" or "" => CancelAsync(call, message, answer),
            "QCN" => RefuseAsync(call, message, answer, Hl7ErrorCode.UnsupportedEventCode, "The event is not supported here", 2),
            _ => RefuseAsync(call, message, answer, Hl7ErrorCode.UnsupportedMessageType, "Messages of this type are not taken here", 1),
        };

    async ValueTask TakeFeedAsync(AuditContext call, Hl7Message message, IBufferWriter<byte> answer, CancellationToken cancellationToken)
    {
        var taken = await feeds.TakeAsync(call, message, cancellationToken).ConfigureAwait(false);
        if (!taken.IsUnderstood) await AuditRefusalAsync(call, taken.Problems).ConfigureAwait(false);
        acknowledgements.Write(answer, message, Acknowledgement.Of(taken.Problems));
    }

    // A query that could not be read is of no transaction's audit table.
    async ValueTask AnswerQueryAsync(Task<IReadOnlyList<Hl7Problem>> answering, AuditContext call)
    {
        var problems = await answering.ConfigureAwait(false);
        if (problems.Count > 0) await AuditRefusalAsync(call, problems).ConfigureAwait(false);
    }

    async ValueTask CancelAsync(AuditContext call, Hl7Message message, IBufferWriter<byte> answer)
    {
        var problems = queries.Cancel(call, message);
        if (problems.Count > 0) await AuditRefusalAsync(call, problems).ConfigureAwait(false);
        acknowledgements.Write(answer, message, Acknowledgement.Of(problems));
    }

    async ValueTask RefuseAsync(AuditContext call, Hl7Message message, IBufferWriter<byte> answer, Hl7ErrorCode code, string text, int component)
    {
        var problem = new Hl7Problem(code, new Hl7ErrorLocation("MSH", 1, 9, 1, component), text);
        await AuditRefusalAsync(call, [problem]).ConfigureAwait(false);
        acknowledgements.Write(answer, message, Acknowledgement.Of(problem));
    }

    Task AuditRefusalAsync(AuditContext call, IReadOnlyList<Hl7Problem> problems) =>
        store.AuditOrLogAsync([RefusedMessageAudit.Of(call, string.Join("; ", problems.Select(problem => problem.Text).Distinct()))], logger);

    AuditContext CallOf(MllpPeer peer)
    {
        var address = Address(peer.RemoteEndPoint);
        return new AuditContext(
            node, new Caller(address, Caller.UnknownInstitution, address), clock.GetUtcNow(), "mllp", Address(peer.LocalEndPoint));
    }

    static string Address(EndPoint? endPoint) => endPoint is IPEndPoint ip
        ? (ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address).ToString()
        : "unknown";
}
