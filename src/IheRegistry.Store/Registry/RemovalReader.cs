using IheRegistry.Model.Metadata;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Sqlite;

namespace IheRegistry.Store.Registry;

/// <summary>Reads what the rules of a removal need.</summary>
sealed class RemovalReader(StatementCache statements, PatientTable patients)
{
    readonly RemovalSnapshot _snapshot = new();

    internal RemovalSnapshot Read(IReadOnlyCollection<string> entryUuids)
    {
        ReadObjects(entryUuids);
        var ends = entryUuids
            .Select(_snapshot.Object)
            .OfType<KnownObject>()
            .Where(item => item.Kind == ObjectKind.Association)
            .SelectMany(item => _snapshot.LinksOf(item.EntryUuid).Where(link => link.EntryUuid == item.EntryUuid))
            .SelectMany(link => new[] { link.Source, link.Target });
        ReadObjects([.. ends.Distinct().Where(end => _snapshot.Object(end) is null)]);
        return _snapshot;
    }

    void ReadObjects(IReadOnlyCollection<string> entryUuids)
    {
        var found = new SnapshotReader(statements, patients).Read(new RegistryLookup { EntryUuids = entryUuids });
        foreach (var asked in entryUuids)
        {
            if (found.Object(asked) is not { } item) continue;
            _snapshot.Objects[asked] = item;
            _snapshot.Objects[item.EntryUuid] = item;
            _snapshot.Links[item.EntryUuid] = ReadLinks(item.Row);
        }
    }

    List<KnownLink> ReadLinks(long row)
    {
        using var reader = statements["Registry/Sql/links_of_object.sql"].Query(row);
        var links = new List<KnownLink>();
        while (reader.Read())
        {
            links.Add(new KnownLink(
                UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(0)),
                (AssociationType)reader.GetInt32(1),
                UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(2)),
                (ObjectKind)reader.GetInt32(3),
                UuidBytes.ToUrn(reader.GetFieldValue<byte[]>(4)),
                (ObjectKind)reader.GetInt32(5)));
        }

        return links;
    }
}
