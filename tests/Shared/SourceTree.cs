namespace IheRegistry.Tests.Shared;

/// <summary>Where the tests find the repository's own files and the third-party reference files beside it.</summary>
public static class SourceTree
{
    /// <summary>The folder that holds IheRegistry.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The reference folder: $IHEREGISTRY_SHARED, or "shared" beside the repository; null where there is none.</summary>
    public static string? Shared { get; } = FindShared();

    /// <summary>A path below the root.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>A path below the reference folder; null where the folder or the path is absent.</summary>
    public static string? SharedPathOf(params string[] parts)
    {
        if (Shared is null)
            return null;
        var path = Path.Combine([Shared, .. parts]);
        return Path.Exists(path) ? path : null;
    }

    static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "IheRegistry.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException($"No IheRegistry.sln above {AppContext.BaseDirectory}.");
    }

    static string? FindShared()
    {
        var named = Environment.GetEnvironmentVariable("IHEREGISTRY_SHARED");
        var folder = string.IsNullOrEmpty(named) ? Path.Combine(Root, "..", "shared") : named;
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }
}
