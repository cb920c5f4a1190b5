using IheRegistry.Model.Access;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry.Queries;

/// <summary>Stored queries on SQLite.</summary>
public sealed class SqliteRegistryQueries : IRegistryQueries
{
    readonly SqliteReaders _readers;
    readonly ResultBufferOptions _options;

    /// <summary>Queries of a store, until that is disposed of.</summary>
    public SqliteRegistryQueries(SqliteRegistryStore store, ResultBufferOptions options)
        : this(store.Readers, options)
    {
    }

    internal SqliteRegistryQueries(SqliteReaders readers, ResultBufferOptions options) => (_readers, _options) = (readers, options);

    /// <inheritdoc />
    public ValueTask<ObjectResultSet> QueryAsync(
        RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Query(query, returnType, scope, cancellationToken));

    ObjectResultSet Query(RegistryQuery query, ReturnType returnType, AccessScope scope, CancellationToken cancellationToken)
    {
        var connected = _readers.Rent();
        var result = new ObjectResultSet(_options);
        try
        {
            using var reader = connected.Prepare(sql => QuerySql.Compose(sql, query, returnType, scope)).ExecuteReader();
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
            _readers.Return(connected);
        }
    }
}
