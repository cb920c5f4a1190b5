using IheRegistry.Model.Identity;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>Questions about persons, on SQLite.</summary>
/// <param name="store">Where they are kept; not to be used after it is disposed of.</param>
public sealed class SqlitePatientQueries(SqliteRegistryStore store) : IPatientQueries
{
    const string Folder = "Patients/Sql/";

    /// <inheritdoc />
    public ValueTask<CrossReference?> FindIdsAsync(PatientId id, CancellationToken cancellationToken)
    {
        var reader = store.Readers.Rent();
        try
        {
            return ValueTask.FromResult(Ids(reader.Statements, "find_ids.sql", id) ?? Ids(reader.Statements, "find_ids_by_epid.sql", id));
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }

    /// <inheritdoc />
    public ValueTask<Person?> FindPersonAsync(PatientId id, CancellationToken cancellationToken) => Read(statements =>
    {
        var reader = new IdentityReader(statements);
        return (reader.FindRecord(id)?.Person ?? reader.PersonOfEpid(id)) is { } row ? reader.ReadPerson(row) : null;
    });

    /// <inheritdoc />
    public ValueTask<Person?> ReadPersonAsync(long row, CancellationToken cancellationToken) =>
        Read(statements => new IdentityReader(statements).ReadPerson(row));

    /// <inheritdoc />
    public ValueTask<PersonPage> SearchAsync(PersonSearch search, CancellationToken cancellationToken) =>
        Read(statements => new PersonSearching(statements).Search(search, cancellationToken));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<LedgerEvent>> ReadLedgerAsync(PatientId id, CancellationToken cancellationToken) =>
        Read(statements => new LedgerReader(statements).Events(id));

    /// <inheritdoc />
    public ValueTask<CrossReference?> FindIdsAtAsync(PatientId id, DateTimeOffset at, CancellationToken cancellationToken) =>
        Read(statements => new LedgerReader(statements).At(id, at));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ReviewItem>> ListReviewsAsync(ReviewState state, long after, int most, CancellationToken cancellationToken) =>
        Read(statements => new ReviewTable(statements).List(state, after, most));

    /// <inheritdoc />
    public ValueTask<ReviewItem?> FindReviewAsync(long row, CancellationToken cancellationToken) =>
        Read(statements => new ReviewTable(statements).Find(row));

    static CrossReference? Ids(StatementCache statements, string file, PatientId id)
    {
        using var reader = statements[Folder + file].Query(id.Id, id.Authority);
        if (!reader.Read()) return null;
        var person = reader.GetInt64(0);
        var epid = reader.IsDBNull(2) ? null : new PatientId(reader.GetString(2), reader.GetString(1));
        var isSubsumed = reader.GetBoolean(3);
        return new CrossReference(person, epid, isSubsumed, Ids(reader));
    }

    // From the row that is read already.
    static List<PatientId> Ids(SqliteDataReader reader)
    {
        var ids = new List<PatientId>();
        do
        {
            if (!reader.IsDBNull(5)) ids.Add(new PatientId(reader.GetString(5), reader.GetString(4)));
        }
        while (reader.Read());
        return ids;
    }

    ValueTask<T> Read<T>(Func<StatementCache, T> read)
    {
        var reader = store.Readers.Rent();
        try
        {
            return ValueTask.FromResult(reader.AtOneMoment(read));
        }
        finally
        {
            store.Readers.Return(reader);
        }
    }
}
