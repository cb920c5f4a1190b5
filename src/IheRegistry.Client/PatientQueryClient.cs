using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Client;

/// <summary>
/// Asks a Patient Identifier Cross-reference Manager and a Patient Demographics Supplier over MLLP: PIX Query [ITI-9], Patient
/// Demographics Query [ITI-21] and Patient Demographics and Visit Query [ITI-22]. One query at a time.
/// </summary>
public sealed class PatientQueryClient : IAsyncDisposable
{
    readonly MllpClient _connection;
    readonly PatientQueryWriter _writer;

    PatientQueryClient(MllpClient connection, PatientIdentityFeedOptions options)
    {
        _connection = connection;
        _writer = new PatientQueryWriter(new Hl7Sender(options, TimeProvider.System));
    }

    /// <summary>Connects.</summary>
    /// <param name="host">The manager's or supplier's host.</param>
    /// <param name="port">Its MLLP port.</param>
    /// <param name="options">Who asks; <see cref="PatientIdentityFeedOptions.Default"/> when null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="System.Net.Sockets.SocketException">It cannot be reached.</exception>
    public static async Task<PatientQueryClient> ConnectAsync(
        string host, int port, PatientIdentityFeedOptions? options = null, CancellationToken cancellationToken = default)
    {
        var used = options ?? PatientIdentityFeedOptions.Default;
        var connection = await MllpClient.ConnectAsync(host, port, used.Limits, used.Tls, cancellationToken).ConfigureAwait(false);
        return new PatientQueryClient(connection, used);
    }

    /// <summary>Asks which identifiers other domains know a patient by.</summary>
    /// <param name="patient">The identifier that is known.</param>
    /// <param name="domains">The domains to ask for; all when none are given.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer; one patient with the identifiers and no name, or none when there are none.</returns>
    public Task<QueryResponse> CorrespondingIdentifiersAsync(
        PatientIdentifier patient, IReadOnlyList<HierarchicDesignator>? domains = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(patient);
        return AskAsync(_writer.Pix(new PixQuery(patient, domains ?? [])), cancellationToken);
    }

    /// <summary>
    /// Asks which patients match. Where the answer has a <see cref="QueryResponse.Pointer"/>, ask again with
    /// <c>query with { Pointer = answer.Pointer }</c> for more, or cancel. HL7 v2 tells several names, addresses or identifiers apart
    /// by a part that is given again; those that have no part in common arrive as one.
    /// </summary>
    /// <param name="query">The query.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<QueryResponse> FindAsync(PdqQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        // @PID.7 has one value.
        if (query.Criteria.BirthDate is { } birth && birth.From != birth.To)
            throw new ArgumentException("HL7 v2 cannot ask for a range of dates.", nameof(query));
        return AskAsync(_writer.Pdq(query), cancellationToken);
    }

    /// <summary>Asks for no more of an answer.</summary>
    /// <param name="query">The query that was asked.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<PatientFeedAcknowledgement> CancelAsync(PdqQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var message = _writer.Cancellation(query);
        var answer = await ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
        return PatientFeedAcknowledgement.Read(answer, ControlId(message));
    }

    /// <summary>Closes the connection.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    async Task<QueryResponse> AskAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var answer = await ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
        if (!Hl7Message.TryRead(answer, Hl7ReadOptions.Default, out var read, out _) || QueryResponse.Read(read) is not { } response)
            throw new AnswerRefusedException("The answer is no HL7 v2 response.");
        // What could not be read cannot be named.
        if (response.RequestId.Length > 0 && response.RequestId != ControlId(message))
            throw new AnswerRefusedException("The response is to another message.");
        return response;
    }

    async Task<ReadOnlyMemory<byte>> ExchangeAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        var reading = await _connection.ExchangeAsync(message, cancellationToken).ConfigureAwait(false);
        return reading.Outcome == MllpOutcome.Message
            ? reading.Message
            : throw new AnswerRefusedException($"The query was not answered: {reading.Outcome}.");
    }

    static string ControlId(ReadOnlyMemory<byte> message) => Hl7Message.TryReadHeader(message, out var header) ? header.ControlId : "";
}
