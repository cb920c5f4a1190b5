using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry.Queries;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What Registry Stored Query and Multi-Patient Stored Query have in common: all but their queries and their audit.</summary>
sealed class StoredQueryResponder(
    StoredQueries queries, StoredQueryAudit audit, IRegistryQueries registry, IRegistryStore store, AffinityDomainSource domains)
{
    internal async Task<StoredQueryAnswer> QueryAsync(
        AuditContext call,
        StoredQueryRequest? request,
        ReadOnlyMemory<byte> text,
        ErrorList errors,
        AccessScope scope,
        CancellationToken cancellationToken)
    {
        var answer = request is null
            ? new StoredQueryAnswer(ReturnType.ObjectRef, errors, ObjectResultSet.Empty(), [])
            : await FindAsync(request, errors, scope, cancellationToken).ConfigureAwait(false);
        try
        {
            await AuditAsync(call, request, text, answer, cancellationToken).ConfigureAwait(false);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    async Task AuditAsync(
        AuditContext call,
        StoredQueryRequest? request,
        ReadOnlyMemory<byte> text,
        StoredQueryAnswer answer,
        CancellationToken cancellationToken)
    {
        var query = new AuditedQuery(request?.QueryId, text)
        {
            HomeCommunityId = request?.Home ?? domains.Current.HomeCommunityId,
            PatientIds = [.. answer.PatientIds.Select(patient => patient.ToString())],
        };
        var outcome = RegistrationAudit.Outcome(RegistryResponse.From(answer.Errors));
        var audited = AuditRecording.Of(audit(call, query, outcome));
        await store.AuditAsync(audited, cancellationToken).ConfigureAwait(false);
    }

    async ValueTask<StoredQueryAnswer> FindAsync(
        StoredQueryRequest request, ErrorList errors, AccessScope scope, CancellationToken cancellationToken)
    {
        var parameters = new ParameterReader(request, errors);
        var query = Understand(request, parameters, errors);
        var objects = errors.HasErrors || query is null
            ? ObjectResultSet.Empty()
            : await registry.QueryAsync(query, request.ReturnType, scope, cancellationToken).ConfigureAwait(false);
        if (objects.SpansPatients && NamesObjects(query!))
        {
            objects.Dispose();
            objects = ObjectResultSet.Empty();
            errors.Add(
                XdsErrorCode.XDSResultNotSinglePatient,
                "The objects asked for belong to more than one patient; ask for them patient by patient, or for references (ObjectRef).");
        }

        return new StoredQueryAnswer(request.ReturnType, errors, objects, parameters.Patients);
    }

    RegistryQuery? Understand(StoredQueryRequest request, ParameterReader parameters, ErrorList errors)
    {
        if (queries.Find(request.QueryId) is not { } read)
        {
            errors.Add(XdsErrorCode.XDSUnknownStoredQuery, $"This transaction has no stored query \"{request.QueryId}\".", "AdhocQuery/@id");
            return null;
        }

        var level = parameters.Level();
        var associationStatuses = parameters.AssociationStatuses();
        var query = read(parameters);
        return query is null ? null : query with { Level = level, AssociationStatuses = associationStatuses };
    }

    // Whole objects of several patients are held back from queries that name objects (notes of ITI TF-2 3.18.4.1.2.3.7.5 to .11);
    // queries that name patients return what they were asked for.
    static bool NamesObjects(RegistryQuery query) =>
        query is not (FindDocumentsQuery or FindSubmissionSetsQuery or FindFoldersQuery or GetAllQuery);
}
