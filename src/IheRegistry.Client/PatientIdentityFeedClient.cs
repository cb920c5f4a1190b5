using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Identity;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Client;

/// <summary>
/// Feeds patients to a registry or a Patient Identifier Cross-reference Manager over MLLP as a Patient Identity Source: Patient Identity
/// Feed [ITI-8], Patient Identity Management [ITI-30], Patient Encounter Management [ITI-31] and Notify XAD-PID Link Change [ITI-64]. One
/// message at a time.
/// </summary>
public sealed class PatientIdentityFeedClient : IAsyncDisposable
{
    readonly MllpClient _connection;
    readonly PatientFeedWriter _writer;

    PatientIdentityFeedClient(MllpClient connection, PatientIdentityFeedOptions options)
    {
        _connection = connection;
        _writer = new PatientFeedWriter(new Hl7Sender(options, TimeProvider.System));
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
    /// <param name="triggerEvent">A01, A04, A05 or A08 (ITI TF-2 3.8.4.1.1), or another event about one patient such as A28 or A31.</param>
    /// <param name="patient">The patient's id.</param>
    /// <param name="demographics">What else is said of the patient.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<PatientFeedAcknowledgement> FeedAsync(
        string triggerEvent, PatientId patient, PatientDemographics? demographics = null, CancellationToken cancellationToken = default)
    {
        var entry = new PatientFeedEntry
        {
            Identifiers = [Identifier(patient)],
            PriorIdentifiers = [],
            Demographics = demographics ?? PatientDemographics.None,
        };
        return FeedAsync(triggerEvent, entry, cancellationToken);
    }

    /// <summary>Sends a patient, maybe with identifiers of several domains and a visit.</summary>
    /// <param name="triggerEvent">An event of ITI-8, ITI-30 or ITI-31 about one patient.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<PatientFeedAcknowledgement> FeedAsync(
        string triggerEvent, PatientFeedEntry patient, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patient);
        if (!PatientFeedWriter.IsAboutOnePatient(triggerEvent))
            throw new ArgumentException("Not an event about one patient.", nameof(triggerEvent));
        return SendAsync(_writer.Patient(triggerEvent, patient), cancellationToken);
    }

    /// <summary>Merges a patient id into another of the same assigning authority (A40, ITI TF-2 3.8.4.2).</summary>
    public Task<PatientFeedAcknowledgement> MergeAsync(PatientId subsumed, PatientId surviving, CancellationToken cancellationToken = default) =>
        SendAsync(_writer.Replacement("A40", "ADT_A39", [Identifier(surviving)], [Identifier(subsumed)]), cancellationToken);

    /// <summary>Replaces a patient's id by another of the same assigning authority (A47, ITI TF-2 3.30.4).</summary>
    public Task<PatientFeedAcknowledgement> ChangeIdAsync(PatientId before, PatientId now, CancellationToken cancellationToken = default) =>
        SendAsync(_writer.Replacement("A47", "ADT_A30", [Identifier(now)], [Identifier(before)]), cancellationToken);

    /// <summary>Says that two patients are the same person (A24, ITI TF-2 3.30.4).</summary>
    public Task<PatientFeedAcknowledgement> LinkAsync(PatientId one, PatientId other, CancellationToken cancellationToken = default) =>
        SendAsync(_writer.Pair("A24", "ADT_A24", Identifier(one), Identifier(other)), cancellationToken);

    /// <summary>Says that two patients are different persons after all (A37, ITI TF-2 3.30.4).</summary>
    public Task<PatientFeedAcknowledgement> UnlinkAsync(PatientId one, PatientId other, CancellationToken cancellationToken = default) =>
        SendAsync(_writer.Pair("A37", "ADT_A37", Identifier(one), Identifier(other)), cancellationToken);

    /// <summary>Moves a local patient id from one XAD-PID to another (A43, ITI TF-2 3.64.4.1).</summary>
    /// <param name="local">The local patient id.</param>
    /// <param name="before">The XAD-PID it was linked to.</param>
    /// <param name="now">The XAD-PID it is linked to.</param>
    /// <param name="subsumed">A local patient id that is merged into the first one, or null.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<PatientFeedAcknowledgement> MoveAsync(
        PatientId local, PatientId before, PatientId now, PatientId? subsumed = null, CancellationToken cancellationToken = default)
    {
        PatientIdentifier[] prior = subsumed is null ? [Identifier(before)] : [Identifier(before), Identifier(subsumed)];
        return SendAsync(_writer.Replacement("A43", "ADT_A43", [Identifier(now), Identifier(local)], prior), cancellationToken);
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

    static PatientIdentifier Identifier(PatientId id)
    {
        ArgumentNullException.ThrowIfNull(id);
        // A patient id of metadata keeps HL7's escapes; here the writer makes them.
        return new PatientIdentifier(Hl7Delimiters.Default.UnescapeText(id.Id), new HierarchicDesignator("", id.Authority, "ISO"), "");
    }
}
