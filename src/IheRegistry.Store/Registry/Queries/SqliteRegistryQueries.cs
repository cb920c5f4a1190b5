using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Stored queries on SQLite.</summary>
public sealed class SqliteRegistryQueries(string connectionString, ResultBufferOptions options) : IRegistryQueries, IDisposable
{
    readonly SqliteReadConnections _connections = new(connectionString);

    /// <inheritdoc />
    public ValueTask<ObjectResultSet> QueryAsync(
        RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Query(query, returnType, scope, cancellationToken));

    /// <inheritdoc />
    public void Dispose() => _connections.Dispose();

    ObjectResultSet Query(RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken)
    {
        var connection = _connections.Take();
        var result = new ObjectResultSet(options);
        try
        {
            using var reader = connection.Prepare(sql => QuerySql.Compose(sql, query, returnType, scope)).ExecuteReader();
            var rows = new ResultReader(reader.Handle!, whole: returnType == ReturnType.LeafClass);
            while (reader.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                result.Add(rows.Read(result));
            }

            result.SpansPatients = rows.SpansPatients;
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
        finally
        {
            _connections.Return(connection);
        }
    }
}
