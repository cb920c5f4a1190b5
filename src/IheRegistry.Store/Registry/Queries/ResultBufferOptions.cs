namespace IheRegistry.Store.Registry.Queries;

/// <summary>How an answer waits to be written.</summary>
public sealed record ResultBufferOptions
{
    /// <summary>
    /// Bytes of an answer kept in memory; what is beyond goes to a file. Some five thousand DocumentEntries: more than any person reads,
    /// little enough that a hundred such answers at once fit a small server.
    /// </summary>
    public int MaxBytesInMemory { get; init; } = 16 * 1024 * 1024;

    /// <summary>Folder of the files; each is unlinked as soon as it is made.</summary>
    public string SpoolFolder { get; init; } = Path.GetTempPath();
}
