using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Server.Notifications;

/// <summary>Tells a consumer by PIX Update Notification [ITI-10]: ADT^A31 over connections that stay open.</summary>
sealed class MllpDelivery(UpdateConsumer consumer, string facility, TimeSpan attempt) : IUpdateDelivery
{
    static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);

    readonly ConcurrentBag<MllpClient> _idle = [];
    readonly MllpLimits _limits = new() { IdleTimeout = attempt, MessageTimeout = attempt };

    /// <inheritdoc />
    public async Task<Delivery> SendAsync(string controlId, DateTimeOffset changedAt, NotifiedPerson person, CancellationToken cancellationToken)
    {
        var message = Write(controlId, changedAt, person);
        // A connection that lay idle may have been closed by the consumer: that tells nothing of the consumer today.
        if (_idle.TryTake(out var idle) && await ExchangeAsync(idle, message, controlId, cancellationToken).ConfigureAwait(false) is { } answer)
            return answer;
        try
        {
            var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            return await ExchangeAsync(connection, message, controlId, cancellationToken).ConfigureAwait(false)
                ?? Delivery.Unanswered("the connection was closed before the acknowledgement");
        }
        catch (SocketException error)
        {
            return Delivery.Unreachable(error.SocketErrorCode.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Delivery.Unreachable("no connection in time");
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var connection)) await connection.DisposeAsync().ConfigureAwait(false);
    }

    async Task<MllpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ConnectTime);
        return await MllpClient.ConnectAsync(consumer.Address.Host, consumer.Address.Port, _limits, null, limit.Token).ConfigureAwait(false);
    }

    // Null where the connection ended without an acknowledgement. Only one that has just answered is used again: on any other a late answer
    // may still come.
    async Task<Delivery?> ExchangeAsync(MllpClient connection, ReadOnlyMemory<byte> message, string controlId, CancellationToken cancellationToken)
    {
        var isGood = false;
        try
        {
            var reading = await connection.ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
            if (reading.Outcome == MllpOutcome.Ended) return null;
            if (reading.Outcome != MllpOutcome.Message)
                return Delivery.Unanswered(reading.Outcome == MllpOutcome.Idle ? "no acknowledgement in time" : $"what came back is no MLLP frame: {reading.Refusal}");
            var answer = UpdateAcknowledgement.Read(reading.Message, controlId);
            isGood = answer.Outcome != DeliveryOutcome.Unanswered;
            return answer;
        }
        catch (IOException)
        {
            return null;
        }
        finally
        {
            if (isGood) _idle.Add(connection);
            else await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    ReadOnlyMemory<byte> Write(string controlId, DateTimeOffset changedAt, NotifiedPerson person)
    {
        var output = new ArrayBufferWriter<byte>();
        UpdateNotificationWriter.Write(output, new UpdateNotification
        {
            ControlId = controlId,
            At = changedAt,
            SendingApplication = SenderNames.Application,
            SendingFacility = facility,
            ReceivingApplication = consumer.Application,
            ReceivingFacility = consumer.Facility ?? "",
            Identifiers = person.Identifiers,
        });
        return output.WrittenMemory;
    }
}
