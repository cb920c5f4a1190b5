using IheRegistry.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Store.Patients;

/// <summary>The records in a database file, also while a server in another process writes it. Nothing is written.</summary>
public sealed class RecordFile : IDisposable
{
    readonly SqliteConnection _connection;
    readonly StatementCache _statements;

    /// <summary>Opens a database file that exists.</summary>
    /// <param name="path">The file.</param>
    public RecordFile(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        _connection.Open();
        _statements = new StatementCache(_connection);
    }

    /// <summary>True where the file has this version's schema; else a server must be started on it first.</summary>
    public bool IsCurrent => new Migrations(_connection).IsCurrent;

    /// <summary>
    /// Records in use, drawn at random: all where there are not more than asked for. The same seed draws the same from the same file.
    /// </summary>
    /// <param name="most">How many at most.</param>
    /// <param name="seed">What they are drawn by.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IEnumerable<PatientRecord> Sample(int most, int seed, CancellationToken cancellationToken)
    {
        var reader = new IdentityReader(_statements);
        foreach (var row in Rows(most, seed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.ReadRecord(row) is { SubsumedBy: null } record) yield return record;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    // In ascending order: neighbours are on one page.
    IEnumerable<long> Rows(int most, int seed)
    {
        var last = LastRow();
        if (last <= most) return Range(last);
        var random = new Random(seed);
        var rows = new SortedSet<long>();
        while (rows.Count < most) rows.Add(random.NextInt64(1, last + 1));
        return rows;
    }

    long LastRow()
    {
        using var rows = _statements["Patients/Sql/max_record_row.sql"].Query();
        rows.Read();
        return rows.GetInt64(0);
    }

    static IEnumerable<long> Range(long last)
    {
        for (var row = 1L; row <= last; row++) yield return row;
    }
}
