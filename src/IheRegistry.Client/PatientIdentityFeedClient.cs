using IheRegistry.Model.Demographics;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Client;

/// <summary>
/// Feeds patients to a registry over MLLP as a Patient Identity Source: Patient Identity Feed [ITI-8]. One message at a time.
/// </summary>
public sealed class PatientIdentityFeedClient : IAsyncDisposable
{
    readonly MllpClient _connection;
    readonly PatientFeedWriter _writer;

    PatientIdentityFeedClient(MllpClient connection, PatientIdentityFeedOptions options)
    {
        _connection = connection;
        _writer = new PatientFeedWriter(options, TimeProvider.System);
    }

    /// <summary>Connects.</summary>
    /// <param name="host">The registry's host.</param>
    /// <param name="port">Its MLLP port.</param>
    /// <param name="options">Who feeds; <see cref="PatientIdentityFeedOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="System.Net.Sockets.SocketException">The registry cannot be reached.</exception>
    public static async Task<PatientIdentityFeedClient> ConnectAsync(
        string host, int port, PatientIdentityFeedOptions? options = null, CancellationToken cancellationToken = default)
    {
        var used = options ?? PatientIdentityFeedOptions.Default;
        var connection = await MllpClient.ConnectAsync(host, port, used.Limits, used.Tls, cancellationToken).ConfigureAwait(false);
        return new PatientIdentityFeedClient(connection, used);
    }

    /// <summary>Sends a patient.</summary>
    /// <param name="triggerEvent">A01, A04, A05 or A08 (ITI TF-2 3.8.4.1.1).</param>
    /// <param name="patient">The patient's id.</param>
    /// <param name="demographics">What else is said of the patient.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<PatientFeedAcknowledgement> FeedAsync(
        string triggerEvent, PatientId patient, PatientDemographics? demographics = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patient);
        if (!PatientFeedEvents.Iti8.TryGetValue(triggerEvent, out var known) || known.HasPriorIdentifiers)
            throw new ArgumentException("Not an event of ITI-8 about one patient.", nameof(triggerEvent));
        return SendAsync(_writer.Patient(triggerEvent, patient, demographics ?? new PatientDemographics()), cancellationToken);
    }

    /// <summary>Merges a patient id into another of the same assigning authority (A40, ITI TF-2 3.8.4.2).</summary>
    public Task<PatientFeedAcknowledgement> MergeAsync(PatientId subsumed, PatientId surviving, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subsumed);
        ArgumentNullException.ThrowIfNull(surviving);
        return SendAsync(_writer.Merge(subsumed, surviving), cancellationToken);
    }

    /// <summary>Sends a ready message and waits for its acknowledgement.</summary>
    /// <exception cref="AnswerRefusedException">What came back is no acknowledgement of this message, or nothing did in time.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public async Task<PatientFeedAcknowledgement> SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken = default)
    {
        var controlId = Hl7Message.TryReadHeader(message, out var header) ? header.ControlId : "";
        var reading = await _connection.ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
        if (reading.Outcome != MllpOutcome.Message)
            throw new AnswerRefusedException($"The registry did not acknowledge the message: {reading.Outcome}.");
        return PatientFeedAcknowledgement.Read(reading.Message, controlId);
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
