using System.Globalization;
using System.Xml.Linq;
using Microsoft.Data.Sqlite;

namespace IheRegistry.Server.Tests.Crash;

/// <summary>What the data folder holds, read without the product's own code once the server has stopped.</summary>
sealed class CrashedData(string folder)
{
    /// <summary>Runs a query and gives its only column.</summary>
    public IReadOnlyList<string> Column(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) values.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return values;
    }

    /// <summary>The ids of the objects that successful audit events of a transaction name.</summary>
    public IReadOnlyList<string> AuditedIds(string transaction)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "registry.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT message FROM audit_event WHERE outcome = 0 AND event_type = $transaction";
        command.Parameters.AddWithValue("$transaction", transaction);
        using var reader = command.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            using var message = new MemoryStream((byte[])reader.GetValue(0));
            ids.AddRange(XDocument.Load(message).Descendants("ParticipantObjectIdentification").Select(item => (string)item.Attribute("ParticipantObjectID")!));
        }

        return ids;
    }

    /// <summary>The names of the files of the documents.</summary>
    public IReadOnlyList<string> Documents() =>
        [.. Files("documents").Where(path => !path.Contains(".staging", StringComparison.Ordinal)).Select(path => Path.GetFileName(path)!)];

    /// <summary>Files of uploads and spooled messages that nobody finished.</summary>
    public IReadOnlyList<string> Temporary() => [.. Files(Path.Combine("documents", ".staging")), .. Files("spool")];

    string[] Files(string name) => Directory.GetFiles(Path.Combine(folder, name), "*", SearchOption.AllDirectories);
}
