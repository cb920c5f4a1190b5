using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry.Queries;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>Registry Stored Query [ITI-18] (ITI TF-2 3.18).</summary>
public sealed class Iti18RegistryStoredQuery(IRegistryQueries registry, IRegistryStore store, AffinityDomainSource domains)
{
    readonly StoredQueryResponder _responder =
        new(StoredQueries.Iti18, Iti18RegistryStoredQueryAudit.Of, registry, store, domains);

    /// <summary>
    /// Answers a query, once its audit is durable. A patient id that is unknown, or was merged into another, finds nothing and is no error.
    /// </summary>
    /// <param name="call">Who asks.</param>
    /// <param name="request">What is asked; null when the wire could not make sense of it; then <paramref name="errors"/> tell why.</param>
    /// <param name="text">The request as it was sent, for the audit.</param>
    /// <param name="errors">What the wire found wrong with the request.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<StoredQueryAnswer> QueryAsync(
        AuditContext call,
        StoredQueryRequest? request,
        ReadOnlyMemory<byte> text,
        ErrorList errors,
        AccessScope scope,
        CancellationToken cancellationToken) => _responder.QueryAsync(call, request, text, errors, scope, cancellationToken);
}
