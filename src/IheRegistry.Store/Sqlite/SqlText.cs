using System.Collections.Concurrent;

namespace IheRegistry.Store.Sqlite;

/// <summary>SQL lives in <c>.sql</c> files, one statement or migration each, embedded under their path in this project.</summary>
static class SqlText
{
    static readonly ConcurrentDictionary<string, string> Cache = new();

    /// <summary>The text of a file, such as <c>Registry/Sql/insert_folder.sql</c>.</summary>
    internal static string Of(string path) => Cache.GetOrAdd(path, Read);

    /// <summary>The paths of all files in a folder, in the order of their names.</summary>
    internal static IReadOnlyList<string> In(string folder) =>
    [
        .. typeof(SqlText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    static string Read(string path)
    {
        using var stream = typeof(SqlText).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"No SQL file {path} is embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
