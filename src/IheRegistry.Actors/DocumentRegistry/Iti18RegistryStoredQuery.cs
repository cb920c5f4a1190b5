using IheRegistry.Actors.DocumentRegistry.Queries;
using IheRegistry.Model.Access;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Registry Stored Query [ITI-18] (ITI TF-2 3.18).</summary>
public sealed class Iti18RegistryStoredQuery(IRegistryQueries registry)
{
    /// <summary>Answers a query. A patient id that is unknown, or was merged into another, finds nothing and is no error.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<StoredQueryAnswer> QueryAsync(
        Caller caller, StoredQueryRequest request, AccessScope scope, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
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

    static RegistryQuery? Understand(StoredQueryRequest request, ParameterReader parameters, ErrorList errors)
    {
        if (StoredQueries.Find(request.QueryId) is not { } read)
        {
            errors.Add(XdsErrorCode.XDSUnknownStoredQuery, $"The registry has no stored query \"{request.QueryId}\".", "AdhocQuery/@id");
            return null;
        }

        var level = parameters.Level();
        var associationStatuses = parameters.AssociationStatuses();
        var query = read(parameters);
        return query is null ? null : query with { Level = level, AssociationStatuses = associationStatuses };
    }

    // Whole objects of several patients are held back from queries that name objects (notes of ITI TF-2 3.18.4.1.2.3.7.5 to .11);
    // queries that name patients return what they were asked for.
    static bool NamesObjects(RegistryQuery query) => query is not (FindDocumentsQuery or FindSubmissionSetsQuery or FindFoldersQuery or GetAllQuery);
}
