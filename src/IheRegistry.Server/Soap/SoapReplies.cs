using IheRegistry.Actors.Audit;
using IheRegistry.Server.Options;
using IheRegistry.Server.Outbox;
using IheRegistry.Store.Outbox;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Soap;

/// <summary>Decides by WS-Addressing where answers and faults go (WS-Addressing 1.0 core section 3.4), within what is allowed.</summary>
sealed class SoapReplies(AnswerOutbox outbox, AnswerSender sender, ServerOptions options, TimeProvider clock)
{
    readonly ReceiverList _receivers = options.Answers.Receivers;

    /// <summary>Why a request cannot be answered where it says; null where it can.</summary>
    internal SoapRejectionReason? Refuse(WsAddressing request)
    {
        if (IsAllowed(request.ReplyTo) && IsAllowed(request.FaultTo)) return null;
        return _receivers.IsEmpty ? SoapRejectionReason.OnlyAnonymousAddressSupported : SoapRejectionReason.AddressRefused;
    }

    /// <summary>Takes a place for the answer; null where there is none at present.</summary>
    internal ISoapReply? TryBegin(HttpContext http, AuditContext call, string transaction, WsAddressing request) =>
        AddressOf(request.ReplyTo) is { } address ? TryBegin(http, call, transaction, request, address) : new ConnectionReply(http);

    /// <summary>Sends a fault to the address that the request says; false where it has to go on the connection.</summary>
    internal async Task<bool> TrySendFaultAsync(
        HttpContext http, AuditContext call, string transaction, WsAddressing request, SoapFaultAnswer fault)
    {
        if (AddressOf(request.FaultTo ?? request.ReplyTo) is not { } address) return false;
        using var reply = TryBegin(http, call, transaction, request, address);
        if (reply is null) return false;
        reply.ContentType = fault.ContentType;
        try
        {
            await reply.Output.WriteAsync(fault.Body, CancellationToken.None).ConfigureAwait(false);
            await reply.EndAsync(CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (AnswerNotKeptException)
        {
            return false;
        }
    }

    OutboxReply? TryBegin(HttpContext http, AuditContext call, string transaction, WsAddressing request, string address) =>
        outbox.TryBegin() is { } draft
            ? new OutboxReply(http, draft, written => KeepAsync(written, call, transaction, request.MessageId!, address))
            : null;

    async Task KeepAsync(AnswerDraft draft, AuditContext call, string transaction, string relatesTo, string address)
    {
        var now = clock.GetUtcNow();
        await outbox.KeepAsync(draft, new KeptAnswer
        {
            Transaction = transaction,
            Endpoint = call.EndpointUri,
            RelatesTo = relatesTo,
            Address = address,
            ContentType = draft.ContentType,
            Size = draft.Length,
            At = now,
            Deadline = outbox.DeadlineFrom(now),
            Progress = new AnswerProgress(0, now, null),
        }).ConfigureAwait(false);
        sender.Wake();
    }

    bool IsAllowed(string? address) => AddressOf(address) is not { } other || _receivers.Find(other) is not null;

    static string? AddressOf(string? address) => address is SoapNamespaces.AnonymousAddress ? null : address;
}
