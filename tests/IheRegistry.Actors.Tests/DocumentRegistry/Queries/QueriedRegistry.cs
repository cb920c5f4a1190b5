using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.Tests.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Queries;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Tests.Shared.Metadata;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Actors.Tests.DocumentRegistry.Queries;

/// <summary>ITI-18 on a database of its own.</summary>
sealed class QueriedRegistry : IAsyncDisposable
{
    readonly string _path = Path.Combine(Path.GetTempPath(), $"iheregistry-iti18-{Guid.NewGuid():N}.db");
    readonly SqliteRegistryStore _store;
    readonly SqliteRegistryQueries _queries;

    internal QueriedRegistry()
    {
        _store = new SqliteRegistryStore(_path, new WriteLatch());
        _queries = new SqliteRegistryQueries(_store, new ResultBufferOptions());
    }

    string ConnectionString => $"Data Source={_path};Pooling=False";

    /// <summary>Asks the database, or what stands in for it.</summary>
    internal async Task<StoredQueryAnswer> AskAsync(
        StoredQueryRequest request, IRegistryQueries? instead = null, AccessScope? scope = null) =>
        await new Iti18RegistryStoredQuery(instead ?? _queries, _store, new AffinityDomainSource(TestDomain.Unchecked)).QueryAsync(
            Calls.Registry, request, "<q/>"u8.ToArray(), new ErrorList(), scope ?? AccessScope.Everything, CancellationToken.None);

    /// <summary>Asks by ITI-51.</summary>
    internal async Task<StoredQueryAnswer> AskMultiplePatientsAsync(StoredQueryRequest request, IRegistryQueries? instead = null) =>
        await new Iti51MultiPatientStoredQuery(instead ?? _queries, _store, new AffinityDomainSource(TestDomain.Unchecked)).QueryAsync(
            Calls.Registry, request, "<q/>"u8.ToArray(), new ErrorList(), AccessScope.Everything, CancellationToken.None);

    /// <summary>Runs a statement.</summary>
    internal void Run(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The one number that a statement selects.</summary>
    internal long Count(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        foreach (var suffix in new[] { "", "-wal", "-shm" }) File.Delete(_path + suffix);
    }
}
