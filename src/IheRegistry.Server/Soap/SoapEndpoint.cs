using System.Collections.Frozen;
using IheRegistry.Actors.Audit;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;
using Microsoft.AspNetCore.Connections;

namespace IheRegistry.Server.Soap;

/// <summary>
/// One SOAP path: reads the head of a message, finds its transaction by wsa:Action, and is the one place where refusals and failures of
/// SOAP requests become answers. Nothing internal reaches the wire: a correlation id does.
/// </summary>
sealed class SoapEndpoint(
    IEnumerable<ISoapTransaction> transactions,
    SoapMessageReader reader,
    SoapReplies replies,
    IRegistryStore store,
    AuditingNode node,
    TimeProvider clock,
    ILogger<SoapEndpoint> logger)
{
    readonly FrozenDictionary<string, ISoapTransaction> _byAction =
        transactions.ToFrozenDictionary(t => t.Transaction.RequestAction, StringComparer.Ordinal);

    /// <summary>Handles one POST.</summary>
    internal async Task HandleAsync(HttpContext http)
    {
        var call = HttpCall.Of(http, node, clock);
        try
        {
            var read = await reader.ReadAsync(
                http.Request.BodyReader, http.Request.ContentType, SoapMessageKind.Request, http.RequestAborted).ConfigureAwait(false);
            if (!read.IsAccepted)
            {
                await RefuseAsync(http, call, null, read.Rejection!).ConfigureAwait(false);
                return;
            }

            await using var message = read.Message;
            await DispatchAsync(http, call with { ReplyTo = message.Addressing.ReplyTo }, message).ConfigureAwait(false);
        }
        catch (Exception gone) when (IsGone(http, gone))
        {
            logger.ClientGone(http.TraceIdentifier);
            http.Abort();
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            Break(http, broken is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status400BadRequest);
        }
        catch (Exception error)
        {
            await FailAsync(http, call, error).ConfigureAwait(false);
        }
    }

    // A read may fail before the end of the connection is told to everybody.
    static bool IsGone(HttpContext http, Exception error) =>
        error is ConnectionResetException or ConnectionAbortedException
        || (error is OperationCanceledException or IOException && http.RequestAborted.IsCancellationRequested);

    // Cut off, too slow or wrongly chunked. Kestrel has no exception of its own for a chunk whose length overflows.
    static bool IsBroken(Exception error) => error is BadHttpRequestException or IOException { InnerException: OverflowException };

    // HTTP's own status says what is wrong below SOAP. What follows on the connection cannot be made out.
    void Break(HttpContext http, int status)
    {
        logger.RequestBroken(http.TraceIdentifier, status);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.StatusCode = status;
        http.Response.Headers.Connection = "close";
    }

    async Task DispatchAsync(HttpContext http, AuditContext call, SoapMessage message)
    {
        _byAction.TryGetValue(message.Addressing.Action, out var transaction);
        if (replies.Refuse(message.Addressing) is { } reason)
            await RefuseAsync(http, call, transaction, OnConnection(message, reason)).ConfigureAwait(false);
        else if (transaction is null)
            await RefuseAsync(http, call, null, message.Reject(SoapRejectionReason.ActionNotSupported)).ConfigureAwait(false);
        else if (replies.TryBegin(http, call, transaction.Transaction.Number, message.Addressing) is { } reply)
            await AnswerAsync(http, new SoapExchange(message, reply, call, transaction.Transaction.ResponseAction), reply, transaction).ConfigureAwait(false);
        else
            await RefuseAsync(http, call, transaction, OnConnection(message, SoapRejectionReason.NoRoomForAnswer)).ConfigureAwait(false);
    }

    // Where the request wants its answer is what is wrong: nothing may go there.
    static SoapRejection OnConnection(SoapMessage message, SoapRejectionReason reason) => message.Reject(reason) with { Addressing = null };

    async Task AnswerAsync(HttpContext http, SoapExchange exchange, ISoapReply reply, ISoapTransaction transaction)
    {
        SoapRejection rejection;
        using (reply)
        {
            try
            {
                await transaction.AnswerAsync(exchange, http.RequestAborted).ConfigureAwait(false);
                return;
            }
            catch (AnswerNotKeptException unkept)
            {
                logger.AnswerNotKept(unkept, http.TraceIdentifier);
                rejection = OnConnection(exchange.Message, SoapRejectionReason.NoRoomForAnswer);
            }
            catch (SoapRefusedException refused)
            {
                rejection = refused.Rejection;
            }
            catch (MimeRefusedException refused)
            {
                rejection = exchange.Message.Reject(refused.Reason);
            }
            catch (Exception error) when (!IsGone(http, error) && !IsBroken(error))
            {
                await FailAsync(http, exchange, transaction, error).ConfigureAwait(false);
                return;
            }
        }

        await RefuseAsync(http, exchange.Call, transaction, rejection).ConfigureAwait(false);
    }

    async Task FailAsync(HttpContext http, SoapExchange exchange, ISoapTransaction transaction, Exception error)
    {
        logger.RequestFailed(error, transaction.Transaction.Number, http.TraceIdentifier);
        // An answer that was begun cannot be taken back: it must not look like a whole one.
        if (!exchange.CanAnswer())
        {
            http.Abort();
            return;
        }

        var (code, text) = error is StoreUnavailableException { IsFull: true }
            ? (transaction.FailureCodes.OutOfResources, "There is no room left to store anything; nothing was stored. Try again later.")
            : (transaction.FailureCodes.Internal, "The request failed for an internal reason; nothing was stored.");
        var response = RegistryResponse.Failure(code, $"{text} Reference: {http.TraceIdentifier}");
        await store.AuditOrLogAsync(transaction.AuditRefusal(exchange.Call, AuditOutcome.Failure(code.ToString())), logger).ConfigureAwait(false);
        await exchange.RespondAsync(xml => transaction.WriteFailure(xml, response), http.RequestAborted).ConfigureAwait(false);
    }

    // Nothing is known of the message yet, so that there is no transaction's own answer.
    async Task FailAsync(HttpContext http, AuditContext call, Exception error)
    {
        logger.RequestFailed(error, "SOAP", http.TraceIdentifier);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        await store.AuditOrLogAsync([RefusedMessageAudit.Of(call, SoapFaultCode.Receiver.ToString())], logger).ConfigureAwait(false);
        var fault = new SoapFault(SoapFaultCode.Receiver, $"The request failed for an internal reason; nothing was stored. Reference: {http.TraceIdentifier}");
        await SendAsync(http, SoapFaultAnswer.Create(fault)).ConfigureAwait(false);
    }

    // A message that was understood far enough to name its transaction is audited as that transaction's failure.
    async Task RefuseAsync(HttpContext http, AuditContext call, ISoapTransaction? transaction, SoapRejection rejection)
    {
        var reason = rejection.Reason.ToString();
        logger.RequestRefused(http.TraceIdentifier, reason);
        var events = transaction?.AuditRefusal(call, AuditOutcome.Failure(reason)) ?? [RefusedMessageAudit.Of(call, reason)];
        await store.AuditOrLogAsync(events, logger).ConfigureAwait(false);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        var fault = SoapFaultAnswer.To(rejection);
        var number = transaction?.Transaction.Number ?? "";
        if (rejection.Addressing is { } request && await replies.TrySendFaultAsync(http, call, number, request, fault).ConfigureAwait(false)) return;
        await SendAsync(http, fault).ConfigureAwait(false);
    }

    static async Task SendAsync(HttpContext http, SoapFaultAnswer answer)
    {
        http.Response.StatusCode = answer.HttpStatus;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.BodyWriter.WriteAsync(answer.Body, http.RequestAborted).ConfigureAwait(false);
    }
}
