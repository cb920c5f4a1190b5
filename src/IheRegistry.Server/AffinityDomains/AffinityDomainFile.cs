using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Matching;
using IheRegistry.Actors.PatientIdentifierManager.Matching.Weights;
using IheRegistry.Model.AffinityDomains;

namespace IheRegistry.Server.AffinityDomains;

/// <summary>What a look at the file found.</summary>
public enum AffinityDomainFileChange
{
    /// <summary>The version in force, or one that was refused before.</summary>
    None,

    /// <summary>Something new that may still be in the course of being written: the next look decides.</summary>
    Settling,

    /// <summary>A new version, now in force.</summary>
    Reloaded,

    /// <summary>A new version that is wrong; the old one stays in force.</summary>
    Refused,

    /// <summary>No readable file; the old version stays in force.</summary>
    Unreadable,
}

/// <summary>
/// The affinity domain file of a running server. It is looked at by content, not by time stamp or notification: an editor's rename,
/// a swapped symbolic link and a file system without notifications are all the same then, and hashing 80 KB costs nothing.
/// </summary>
public sealed class AffinityDomainFile
{
    /// <summary>The largest file that is read: a hundred thousand codes, and no log file named by mistake.</summary>
    public const int MostBytes = 16 << 20;

    readonly string _path;
    readonly ILogger _logger;
    readonly ConditionalWeakTable<MatchingPolicy, SiteWeights> _weights = [];
    byte[] _decided;
    byte[]? _settling;
    bool _isReadable = true;

    AffinityDomainFile(string path, byte[] hash, LoadedDomain loaded, ILogger logger)
    {
        _path = path;
        _decided = hash;
        _logger = logger;
        Keep(loaded);
        Source = new AffinityDomainSource(loaded.Domain);
    }

    /// <summary>The path of the affinity domain that ships: the IHE test domain.</summary>
    public static string DefaultPath { get; } = Path.Combine(AppContext.BaseDirectory, "affinity-domain.default.json");

    /// <summary>The version in force.</summary>
    public AffinityDomainSource Source { get; }

    /// <summary>Loads the file for the first time.</summary>
    /// <param name="path">The file; null for the domain that ships.</param>
    /// <param name="logger">Is told of later versions.</param>
    /// <param name="problems">Receives everything that is wrong with the file.</param>
    /// <returns>The file; null when it is wrong and the server must not start.</returns>
    public static AffinityDomainFile? Load(string? path, ILogger logger, ICollection<string> problems)
    {
        path ??= DefaultPath;
        return ReadContent(path, problems) is { } content && Parse(path, content, problems) is { } loaded
            ? new AffinityDomainFile(path, Hash(path, content, loaded.Domain), loaded, logger)
            : null;
    }

    /// <summary>Reads a file for a look at it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="problems">Receives everything that is wrong with it.</param>
    /// <returns>The domain; null when the file is wrong.</returns>
    public static AffinityDomain? Read(string path, ICollection<string> problems) =>
        ReadContent(path, problems) is { } content ? Parse(path, content, problems)?.Domain : null;

    /// <summary>The settings of matching that a version asks for, with the weights of the file that it names.</summary>
    /// <param name="policy">What the version says of matching.</param>
    /// <returns>The settings.</returns>
    public MatchSettings SettingsOf(MatchingPolicy policy)
    {
        var settings = MatchSettingsSource.Standard(policy);
        return _weights.TryGetValue(policy, out var weights) ? weights.In(settings) : settings;
    }

    /// <summary>Looks at the file once. Not for several threads at once.</summary>
    /// <returns>What was found.</returns>
    public AffinityDomainFileChange Look()
    {
        var unreadable = new List<string>();
        if (ReadContent(_path, unreadable) is not { } content)
            return Missing(unreadable[0]);
        _isReadable = true;
        var hash = Hash(_path, content, Source.Current);
        if (hash.AsSpan().SequenceEqual(_decided))
        {
            _settling = null;
            return AffinityDomainFileChange.None;
        }

        // Many editors write in place: only what two looks see alike is taken for whole.
        if (_settling is null || !hash.AsSpan().SequenceEqual(_settling))
        {
            _settling = hash;
            return AffinityDomainFileChange.Settling;
        }

        _settling = null;
        _decided = hash;
        return Decide(content);
    }

    AffinityDomainFileChange Decide(byte[] content)
    {
        var problems = new List<string>();
        if (Parse(_path, content, problems) is { } loaded)
        {
            Keep(loaded);
            Source.Replace(loaded.Domain);
            _logger.AffinityDomainReloaded(_path, loaded.Domain.Name);
            return AffinityDomainFileChange.Reloaded;
        }

        foreach (var problem in problems)
            _logger.AffinityDomainRefused(problem);
        return AffinityDomainFileChange.Refused;
    }

    // Said once, not every second until the file is back.
    AffinityDomainFileChange Missing(string problem)
    {
        if (_isReadable)
            _logger.AffinityDomainUnreadable(problem);
        _isReadable = false;
        return AffinityDomainFileChange.Unreadable;
    }

    void Keep(LoadedDomain loaded)
    {
        if (loaded.Weights is { } weights)
            _weights.AddOrUpdate(loaded.Domain.Matching, weights);
    }

    static LoadedDomain? Parse(string path, byte[] content, ICollection<string> problems)
    {
        var reading = AffinityDomainJson.Read(content);
        foreach (var problem in reading.Problems)
            problems.Add($"{path}: {problem}");
        if (reading.Domain is not { } domain)
            return null;
        if (WeightsPath(path, domain) is not { } weightsPath)
            return new LoadedDomain(domain, null);
        if (ReadContent(weightsPath, problems) is not { } text)
            return null;
        if (SiteWeights.TryRead(Encoding.UTF8.GetString(text), out var weights, out var wrong))
            return new LoadedDomain(domain, weights);
        problems.Add($"{weightsPath}: {wrong}");
        return null;
    }

    // New weights are a new version, though the file that names them is the same.
    static byte[] Hash(string path, byte[] content, AffinityDomain inForce)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(content);
        if (WeightsPath(path, inForce) is { } weightsPath && ReadContent(weightsPath, []) is { } weights)
            hash.AppendData(weights);
        return hash.GetHashAndReset();
    }

    static string? WeightsPath(string path, AffinityDomain domain) =>
        domain.Matching.WeightsFile is { } file ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file) : null;

    static byte[]? ReadContent(string path, ICollection<string> problems)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length <= MostBytes)
            {
                var content = new byte[file.Length];
                file.ReadExactly(content);
                return content;
            }
            problems.Add($"{path}: more than {MostBytes >> 20} MiB");
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{path}: cannot be read: {unreadable.Message}");
        }
        return null;
    }

    sealed record LoadedDomain(AffinityDomain Domain, SiteWeights? Weights);
}
