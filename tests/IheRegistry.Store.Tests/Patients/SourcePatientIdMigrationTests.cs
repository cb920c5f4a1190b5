using System.Text;
using Dapper;
using IheRegistry.Tests.Shared;
using Microsoft.Data.Sqlite;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Patients;

/// <summary>What was registered before there was a ledger has its sourcePatientId in the fragment only.</summary>
[TestFixture]
public sealed class SourcePatientIdMigrationTests
{
    const string Slots = """
        <rim:Slot name="creationTime"><rim:ValueList><rim:Value>2005</rim:Value></rim:ValueList></rim:Slot>{0}
        """;

    const string SourcePatientId =
        """<rim:Slot name="sourcePatientId"><rim:ValueList><rim:Value>7^^^&amp;1.2.3&amp;ISO</rim:Value></rim:ValueList></rim:Slot>""";

    [TestCase(SourcePatientId, "7^^^&1.2.3&ISO")]
    [TestCase("", null)]
    public void The_migration_reads_it_from_there(string slot, string? expected)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var files = Directory.GetFiles(SourceTree.PathOf("src", "IheRegistry.Store", "Schema", "Sqlite"), "*.sql").Order(StringComparer.Ordinal).ToList();
        var ledger = files.Single(file => Path.GetFileName(file) == "0009_identity.sql");
        foreach (var file in files.TakeWhile(file => file != ledger)) connection.Execute(File.ReadAllText(file));
        connection.Execute(
            """
            INSERT INTO document_entry (object_row, uuid, logical_id, version, unique_id, patient_row, status, on_demand, offline)
            VALUES (1, x'01', x'01', 1, '1', 1, 1, 0, 0);
            INSERT INTO fragment VALUES (1, @bytes);
            """,
            new { bytes = (byte[])[1, 0, 0, 0, 0, .. Encoding.UTF8.GetBytes(string.Format(null, Slots, slot))] });

        connection.Execute(File.ReadAllText(ledger));

        Assert.That(connection.QuerySingle<string?>("SELECT source_patient_id FROM document_entry"), Is.EqualTo(expected));
    }
}
