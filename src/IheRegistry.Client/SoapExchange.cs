using System.IO.Pipelines;
using IheRegistry.Model;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Client;

/// <summary>Sends requests to one SOAP endpoint and takes the heads of the answers.</summary>
sealed class SoapExchange(HttpClient http, Uri endpoint, SoapClientOptions options)
{
    readonly SoapMessageReader _reader = new(options.Limits);

    /// <summary>Sends a request; what comes back is its answer, not a fault, with the body still to be read.</summary>
    /// <exception cref="SoapFaultException">The peer answered with a fault.</exception>
    /// <exception cref="AnswerRefusedException">The answer cannot be taken.</exception>
    /// <exception cref="HttpRequestException">The peer cannot be reached or broke off.</exception>
    internal async Task<SoapAnswer> SendAsync(
        Transaction transaction,
        SoapPackaging packaging,
        BodyWriter body,
        IReadOnlyList<Attachment> attachments,
        CancellationToken cancellationToken)
    {
        var headers = SoapHeaders.Request(transaction.RequestAction, endpoint.AbsoluteUri);
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint);
        request.Content = new SoapRequestContent(packaging, headers, body, attachments);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        SoapMessage? message = null;
        try
        {
            message = await ReadAsync(response, cancellationToken).ConfigureAwait(false);
            CheckAnswers(message, transaction, headers);
            return new SoapAnswer(response, message);
        }
        catch
        {
            if (message is not null) await message.DisposeAsync().ConfigureAwait(false);
            response.Dispose();
            throw;
        }
    }

    async Task<SoapMessage> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
        var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var read = await _reader.ReadAsync(
            PipeReader.Create(content), contentType, SoapMessageKind.Response, cancellationToken).ConfigureAwait(false);
        if (!read.IsAccepted) throw new AnswerRefusedException(read.Rejection, status);
        if (!read.Message.IsFault) return read.Message;

        await using var message = read.Message;
        if (message.ReadBody(SoapFault.Read, out var fault) is { } rejection) throw new AnswerRefusedException(rejection, status);
        throw new SoapFaultException(fault!, status);
    }

    static void CheckAnswers(SoapMessage message, Transaction transaction, SoapHeaders request)
    {
        if (message.Addressing.Action != transaction.ResponseAction)
            throw new AnswerRefusedException($"The answer's Action is '{message.Addressing.Action}', not '{transaction.ResponseAction}'.");
        // WS-Addressing 1.0 core section 3.4; peers that leave it out are tolerated, HTTP relates the two already.
        if (message.Addressing.RelatesTo is { } relatesTo && relatesTo != request.MessageId)
            throw new AnswerRefusedException("The answer relates to another request.");
    }
}
