using System.IO.Pipelines;
using System.Net.Sockets;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Notifications;

/// <summary>
/// Tells a consumer by PIXV3 Update Notification [ITI-46]: Patient Registry Record Revised in SOAP 1.2. No redirect is followed and no proxy is asked.
/// </summary>
sealed class SoapDelivery(UpdateConsumer consumer, string community, TimeSpan attempt, TimeProvider clock) : IUpdateDelivery
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    // Names are looked up again, and certificates checked again, at least this often.
    static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    // An acknowledgement has some hundred bytes; one with every problem spelled out still fits.
    const int MaxAnswer = 1 << 20;

    readonly SoapMessageReader _reader = new(new SoapLimits { MaxEnvelopeBytes = MaxAnswer });
    readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = ConnectTime,
        PooledConnectionLifetime = ConnectionLifetime,
    })
    { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc />
    public async Task<Delivery> SendAsync(string controlId, DateTimeOffset changedAt, NotifiedPerson person, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(attempt);
        try
        {
            return await PostAsync(controlId, person, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Unanswered("no acknowledgement in time");
        }
        catch (HttpRequestException error) when (error.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return Delivery.Unreachable(error.InnerException is SocketException socket ? socket.SocketErrorCode.ToString() : error.HttpRequestError.ToString());
        }
        catch (HttpRequestException error)
        {
            return Delivery.Unanswered(error.HttpRequestError.ToString());
        }
        catch (IOException)
        {
            return Delivery.Unanswered("the connection broke");
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    async Task<Delivery> PostAsync(string controlId, NotifiedPerson person, CancellationToken cancellationToken)
    {
        var (contentType, body) = await WriteAsync(controlId, person, cancellationToken).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, consumer.Address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, cancellationToken).ConfigureAwait(false);
    }

    async Task<(string ContentType, byte[] Body)> WriteAsync(string controlId, NotifiedPerson person, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var output = PipeWriter.Create(body, new StreamPipeWriterOptions(leaveOpen: true));
        var writer = SoapMessageWriter.Create(output, SoapPackaging.Simple, Transactions.Iti46.RequestAction);
        PatientFeedWriter.Write(
            writer.BeginEnvelope(SoapHeaders.Request(Transactions.Iti46.RequestAction, consumer.Address.AbsoluteUri)),
            Transmission(controlId, person),
            new PatientFeedEntry
            {
                Identifiers = person.Identifiers,
                PriorIdentifiers = [],
                // "Name(s) for this person" is required, all else of the person is left out (ITI TF-2 table 3.46.4.1.2.1-1).
                Demographics = new PatientDemographics { Names = person.Demographics.Names },
            });
        writer.EndEnvelope();
        writer.Complete();
        await output.CompleteAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return (writer.ContentType, body.ToArray());
    }

    // The provider's organization has the root of one of the patient's identifiers (3.46.4.1.2.1).
    Transmission Transmission(string controlId, NotifiedPerson person) =>
        Wire.Hl7v3.Transmission.Begin(
            Interactions.RecordRevised,
            new MessageDevice(new InstanceIdentifier(community), SenderNames.Application, new InstanceIdentifier(person.Identifiers[0].Authority.UniversalId)),
            new MessageDevice(
                new InstanceIdentifier(consumer.Application), "", consumer.Facility is { } facility ? new InstanceIdentifier(facility) : InstanceIdentifier.None),
            clock.GetUtcNow()) with
        {
            // The same content has the same id, however often it is sent.
            Id = new InstanceIdentifier(community, controlId),
        };

    async Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var contentType = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values) ? values.ToString() : null;
        var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var read = await _reader.ReadAsync(PipeReader.Create(content), contentType, SoapMessageKind.Response, cancellationToken).ConfigureAwait(false);
        if (!read.IsAccepted) return Delivery.Unanswered($"HTTP status {(int)response.StatusCode}, and no SOAP answer");
        await using var message = read.Message;
        if (message.IsFault)
        {
            // A fault that blames the receiver may be gone later; one that blames the sender will not.
            return message.ReadBody(SoapFault.Read, out var fault) is null && fault!.Code == SoapFaultCode.Sender
                ? Delivery.Refused("a SOAP fault that blames the sender")
                : Delivery.Unanswered("a SOAP fault");
        }

        if (message.ReadBody(AcceptAcknowledgement.Read, out var acknowledgement) is not null)
            return Delivery.Unanswered("what came back is no acknowledgement");
        return acknowledgement!.IsAccepted ? Delivery.Done
            : acknowledgement.TypeCode is "CE" or "CR" or "AE" or "AR" ? Delivery.Refused($"acknowledged with {acknowledgement.TypeCode}")
            : Delivery.Unanswered("typeCode is no acknowledgement code");
    }
}
