using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Answers stored queries from the registry's database, whichever engine it is.</summary>
public interface IRegistryQueries
{
    /// <summary>
    /// Answers a query, without a cap. The answer no longer touches the database, so that however slowly it is read, no snapshot is held.
    /// </summary>
    /// <param name="query">What is asked.</param>
    /// <param name="returnType">References, or whole objects with their fragments.</param>
    /// <param name="scope">What the caller may see.</param>
    /// <param name="cancellationToken">Gives up between two rows.</param>
    ValueTask<ObjectResultSet> QueryAsync(
        RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken);
}
