using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Registry.Queries;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

/// <summary>A registry that finds nothing and remembers what it was asked.</summary>
sealed class RecordedQueries : IRegistryQueries
{
    internal RegistryQuery? Query { get; private set; }

    internal AccessScope? Scope { get; private set; }

    public ValueTask<ObjectResultSet> QueryAsync(
        RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken)
    {
        (Query, Scope) = (query, scope);
        return ValueTask.FromResult(ObjectResultSet.Empty());
    }
}
