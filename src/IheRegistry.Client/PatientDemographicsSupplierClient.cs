using IheRegistry.Model;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v3;

namespace IheRegistry.Client;

/// <summary>
/// Speaks HL7 V3 to a Patient Demographics Supplier: Patient Demographics Query HL7 V3 [ITI-47] as a Patient Demographics Consumer. What the service
/// refuses is a value; a fault is a <see cref="SoapFaultException"/>, an answer that cannot be taken an <see cref="AnswerRefusedException"/>.
/// Thread-safe.
/// </summary>
/// <param name="http">Carries the requests; stays the caller's.</param>
/// <param name="endpoint">The service's SOAP endpoint.</param>
/// <param name="options">Who speaks to whom.</param>
public sealed class PatientDemographicsSupplierClient(HttpClient http, Uri endpoint, Hl7v3ClientOptions options)
{
    readonly SoapExchange _exchange = new(http, endpoint, options.Soap);

    /// <summary>Asks for the patients that match.</summary>
    /// <param name="queryId">A name for the query, by which it is gone on with.</param>
    /// <param name="query">What is asked for; of a name or address V3 asks for the whole or for the beginning, other wildcards are not sent.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<FindCandidatesResponse> QueryAsync(InstanceIdentifier queryId, PdqQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queryId);
        ArgumentNullException.ThrowIfNull(query);
        return _exchange.AskAsync(
            Transactions.Iti47,
            xml => QueryWriter.WriteFindCandidates(xml, options.Begin(Interactions.FindCandidatesQuery), queryId, query),
            FindCandidatesResponse.Read,
            cancellationToken);
    }

    /// <summary>Asks for the patients that come behind those of an answer.</summary>
    /// <param name="queryId">The query's name.</param>
    /// <param name="response">The answer before.</param>
    /// <param name="start">The number of the first patient, from 1; null for the one behind the answer's last.</param>
    /// <param name="quantity">How many; null for as many as were asked for first.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<FindCandidatesResponse> ContinueAsync(
        InstanceIdentifier queryId, FindCandidatesResponse response, int? start = null, int? quantity = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queryId);
        ArgumentNullException.ThrowIfNull(response);
        return _exchange.AskAsync(
            Transactions.Iti47Continue,
            xml => QueryWriter.WriteContinuation(xml, options.Begin(Interactions.QueryContinuation), response.MessageId, queryId, start, quantity),
            FindCandidatesResponse.Read,
            cancellationToken);
    }

    /// <summary>Tells that no more is wanted of a query.</summary>
    /// <param name="queryId">The query's name.</param>
    /// <param name="response">The answer before.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<AcceptAcknowledgement> CancelAsync(InstanceIdentifier queryId, FindCandidatesResponse response, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(queryId);
        ArgumentNullException.ThrowIfNull(response);
        return _exchange.AskAsync(
            Transactions.Iti47Cancel,
            xml => QueryWriter.WriteContinuation(xml, options.Begin(Interactions.QueryCancellation), response.MessageId, queryId, null, null),
            AcceptAcknowledgement.Read,
            cancellationToken);
    }
}
