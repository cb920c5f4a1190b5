using IheRegistry.Benchmarks.Data;

namespace IheRegistry.Benchmarks.Ratio.Goals;

/// <summary>Prepares the floor of what is stored: a copy of the registry's database, and the rows that one request adds.</summary>
static class BareRowsOf
{
    /// <summary>Captures the rows under a name, by having one request more answered.</summary>
    internal static void Capture(Bench bench, string name, Action request)
    {
        var bare = Path.Combine(bench.Folder, "bare.db");
        if (!File.Exists(bare)) CapturedRow.Copy(bench.Database, bare);
        request();
        CapturedRow.Copy(bench.Database, Path.Combine(bench.Folder, name + "-before.db"));
        request();
        CapturedRow.Copy(bench.Database, Path.Combine(bench.Folder, name + "-after.db"));
    }

    /// <summary>The rate of bare transactions of these rows.</summary>
    internal static Sample Rate(Bench bench, string name, int clients, int group = 1, int document = 0)
    {
        var measured = bench.AskFloor($"/transactions?rows={name}&clients={clients}&seconds={bench.Options.Seconds}&group={group}&document={document}");
        return new Sample(measured[0], measured[1]);
    }
}
