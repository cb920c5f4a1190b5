using IheRegistry.Model;
using IheRegistry.Model.Demographics;
using IheRegistry.Model.Demographics.Feeds;
using IheRegistry.Model.Demographics.Queries;
using IheRegistry.Wire.Hl7v3;

namespace IheRegistry.Client;

/// <summary>
/// Speaks HL7 V3 to a Patient Identifier Cross-reference Manager: Patient Identity Feed HL7 V3 [ITI-44] as a Patient Identity Source, PIXV3 Query
/// [ITI-45] as a Patient Identifier Cross-reference Consumer. A Document Registry takes the feed, too. What the service refuses is a value; a
/// fault is a <see cref="SoapFaultException"/>, an answer that cannot be taken an <see cref="AnswerRefusedException"/>. Thread-safe.
/// </summary>
/// <param name="http">Carries the requests; stays the caller's.</param>
/// <param name="endpoint">The service's SOAP endpoint.</param>
/// <param name="options">Who speaks to whom.</param>
public sealed class PatientIdentifierManagerClient(HttpClient http, Uri endpoint, Hl7v3ClientOptions options)
{
    readonly SoapExchange _exchange = new(http, endpoint, options.Soap);

    /// <summary>Tells of a new patient.</summary>
    public Task<AcceptAcknowledgement> AddAsync(PatientFeedEntry patient, CancellationToken cancellationToken = default) =>
        FeedAsync(Transactions.Iti44Added, Interactions.RecordAdded, patient, cancellationToken);

    /// <summary>Tells what is known of a patient anew.</summary>
    public Task<AcceptAcknowledgement> ReviseAsync(PatientFeedEntry patient, CancellationToken cancellationToken = default) =>
        FeedAsync(Transactions.Iti44Revised, Interactions.RecordRevised, patient, cancellationToken);

    /// <summary>Tells that two records of one domain are the same patient's.</summary>
    /// <param name="surviving">The identifier that remains.</param>
    /// <param name="subsumed">The identifier that is used no more.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<AcceptAcknowledgement> MergeAsync(PatientIdentifier surviving, PatientIdentifier subsumed, CancellationToken cancellationToken = default)
    {
        var patient = new PatientFeedEntry { Identifiers = [surviving], PriorIdentifiers = [subsumed], Demographics = PatientDemographics.None };
        return FeedAsync(Transactions.Iti44Resolved, Interactions.DuplicatesResolved, patient, cancellationToken);
    }

    /// <summary>Asks which identifiers other domains know a patient by.</summary>
    public Task<GetIdentifiersResponse> QueryAsync(PixQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _exchange.AskAsync(
            Transactions.Iti45,
            xml => QueryWriter.WriteGetIdentifiers(xml, options.Begin(Interactions.GetIdentifiersQuery), InstanceIdentifier.New(), query),
            GetIdentifiersResponse.Read,
            cancellationToken);
    }

    Task<AcceptAcknowledgement> FeedAsync(Transaction transaction, string interaction, PatientFeedEntry patient, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(patient);
        return _exchange.AskAsync(
            transaction, xml => Wire.Hl7v3.PatientFeedWriter.Write(xml, options.Begin(interaction), patient), AcceptAcknowledgement.Read, cancellationToken);
    }
}
