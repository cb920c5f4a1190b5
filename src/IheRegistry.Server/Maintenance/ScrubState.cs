using System.Collections.Immutable;
using System.Text.Json;
using IheRegistry.Store.Documents;

namespace IheRegistry.Server.Maintenance;

/// <summary>What the scrub keeps across restarts: names of contents and no data of patients.</summary>
sealed record ScrubState
{
    /// <summary>Name of its file in the data folder.</summary>
    internal const string FileName = "scrub.json";

    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    /// <summary>Before the first pass.</summary>
    internal static ScrubState None { get; } = new();

    /// <summary>When the pass began that runs or was the last; null before the first.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When that pass ended; null while it is under way.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The document that was read last; a pass that was broken off goes on behind it.</summary>
    public Position? After { get; init; }

    /// <summary>What is known to be damaged.</summary>
    public ImmutableArray<Finding> Damaged { get; init; } = [];

    /// <summary>Reads the file; one that is missing or unreadable starts over.</summary>
    internal static ScrubState Read(string path)
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ScrubState>(File.ReadAllBytes(path), Format) ?? None : None;
        }
        catch (JsonException)
        {
            return None;
        }
    }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Format);

    internal ScrubState Begin(DateTimeOffset at) => this with { StartedAt = at, FinishedAt = null, After = null };

    internal ScrubState With(RehashResult result)
    {
        var position = new Position(result.Key.Owner, result.Key.Sha256.ToString(), result.Key.Size);
        var others = Damaged.RemoveAll(finding => finding.Owner == position.Owner && finding.Sha256 == position.Sha256);
        return this with
        {
            After = position,
            Damaged = result.Fault is { } fault ? others.Add(new Finding(position.Owner, position.Sha256, fault)) : others,
        };
    }

    /// <summary>Where a pass is.</summary>
    internal sealed record Position(string Owner, string Sha256, long Size)
    {
        /// <summary>The document there; null where the file was edited to something else.</summary>
        internal ContentKey? ToKey() => ContentId.TryParse(Sha256, out var id) ? new ContentKey(Owner, id, Size) : null;
    }

    /// <summary>A document that is not what was stored.</summary>
    internal sealed record Finding(string Owner, string Sha256, ContentFault Fault);
}
