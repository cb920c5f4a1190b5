using IheRegistry.Model;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Soap;
using IheRegistry.Wire.StoredQuery;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Client;

/// <summary>
/// Speaks to a Document Registry: Registry Stored Query [ITI-18] and Multi-Patient Stored Query [ITI-51] as a Document Consumer, Register
/// Document Set-b [ITI-42] as a Document Repository, Update Document Set [ITI-57] as a Document Administrator, Register On-Demand Document
/// Entry [ITI-61] as an On-Demand Document Source, Remove Metadata [ITI-62] as a Document Administrator, Restricted Update Document Set
/// [ITI-92] as an Update Initiator. Failures that the registry reports are values; a fault is a <see cref="SoapFaultException"/>, an answer that cannot be
/// taken an <see cref="AnswerRefusedException"/>. Thread-safe.
/// </summary>
/// <param name="http">Carries the requests; stays the caller's.</param>
/// <param name="endpoint">The registry's SOAP endpoint.</param>
/// <param name="options">How SOAP is spoken; <see cref="SoapClientOptions.Default"/> when null.</param>
public sealed class DocumentRegistryClient(HttpClient http, Uri endpoint, SoapClientOptions? options = null)
{
    readonly SoapExchange _exchange = new(http, endpoint, options ?? SoapClientOptions.Default);

    /// <summary>Asks a stored query; <see cref="StoredQuery"/> makes them.</summary>
    public Task<StoredQueryAnswer> QueryAsync(StoredQueryRequest query, CancellationToken cancellationToken = default) =>
        QueryAsync(Transactions.Iti18, query, cancellationToken);

    /// <summary>Asks a stored query of several patients, or of none in particular [ITI-51].</summary>
    public Task<StoredQueryAnswer> QueryMultiplePatientsAsync(StoredQueryRequest query, CancellationToken cancellationToken = default) =>
        QueryAsync(Transactions.Iti51, query, cancellationToken);

    /// <summary>Registers documents that are in a repository. Their ids may be symbolic.</summary>
    public Task<RegistryResponse> RegisterAsync(Submission submission, CancellationToken cancellationToken = default) =>
        RegisterAsync(SubmittedObjects.Of(submission), cancellationToken);

    /// <summary>Registers a submission as ebRIM objects, which are sent as they are.</summary>
    public Task<RegistryResponse> RegisterAsync(IEnumerable<RegistryObject> submission, CancellationToken cancellationToken = default) =>
        SubmitAsync(Transactions.Iti42, submission, cancellationToken);

    /// <summary>Registers on-demand entries [ITI-61]: documents that are assembled when they are retrieved. Their ids may be symbolic.</summary>
    public Task<RegistryResponse> RegisterOnDemandAsync(Submission submission, CancellationToken cancellationToken = default) =>
        RegisterOnDemandAsync(SubmittedObjects.Of(submission), cancellationToken);

    /// <summary>Registers on-demand entries [ITI-61] as ebRIM objects, which are sent as they are.</summary>
    public Task<RegistryResponse> RegisterOnDemandAsync(IEnumerable<RegistryObject> submission, CancellationToken cancellationToken = default) =>
        SubmitAsync(Transactions.Iti61, submission, cancellationToken);

    /// <summary>
    /// Updates registered metadata [ITI-57]: ebRIM objects, which are sent as they are. Make a new version of an object that was read from an
    /// answer by another id, and its logicalID; <see cref="MetadataUpdates"/> makes the Associations that say what is to be done.
    /// </summary>
    public Task<RegistryResponse> UpdateAsync(IEnumerable<RegistryObject> update, CancellationToken cancellationToken = default) =>
        SubmitAsync(Transactions.Iti57, update, cancellationToken);

    /// <summary>Updates DocumentEntries within the bounds of Restricted Update Document Set [ITI-92]; otherwise as ITI-57.</summary>
    public Task<RegistryResponse> UpdateRestrictedAsync(IEnumerable<RegistryObject> update, CancellationToken cancellationToken = default) =>
        SubmitAsync(Transactions.Iti92, update, cancellationToken);

    /// <summary>Removes metadata objects [ITI-62], all or nothing.</summary>
    /// <param name="entryUuids">The objects; everything that refers to one of them must be among them.</param>
    /// <param name="cancellationToken">Breaks off.</param>
    public Task<RegistryResponse> RemoveAsync(IEnumerable<string> entryUuids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entryUuids);
        return SendAsync(Transactions.Iti62, xml => RemoveObjectsRequest.Write(xml, entryUuids), cancellationToken);
    }

    Task<RegistryResponse> SubmitAsync(Transaction transaction, IEnumerable<RegistryObject> objects, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(objects);
        return SendAsync(transaction, xml => SubmitObjectsRequest.Write(xml, objects), cancellationToken);
    }

    async Task<RegistryResponse> SendAsync(Transaction transaction, Action<Utf8XmlWriter> write, CancellationToken cancellationToken)
    {
        await using var answer = await _exchange.SendAsync(
            transaction,
            SoapPackaging.Simple,
            (_, xml, _) =>
            {
                write(xml);
                return ValueTask.CompletedTask;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        return answer.ReadBody(Responses.Read);
    }

    async Task<StoredQueryAnswer> QueryAsync(Transaction transaction, StoredQueryRequest query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var answer = await _exchange.SendAsync(
            transaction,
            SoapPackaging.Simple,
            (_, xml, _) =>
            {
                AdhocQueryWriter.Write(xml, query);
                return ValueTask.CompletedTask;
            },
            [],
            cancellationToken).ConfigureAwait(false);
        return new StoredQueryAnswer(answer.ReadBody(AdhocQueryResponse.Read));
    }
}
