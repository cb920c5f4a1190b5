using System.Security.Cryptography;
using System.Text.RegularExpressions;
using IheRegistry.Store.Documents;
using NUnit.Framework;

namespace IheRegistry.Store.Tests.Documents;

/// <summary>What the operating system is asked to do, and what is left when the process or the disk fails.</summary>
[TestFixture]
public sealed partial class DurabilityTests
{
    ScratchFolder _scratch = null!;

    [SetUp]
    public void MakeFolder() => _scratch = new();

    [TearDown]
    public void RemoveFolder() => _scratch.Dispose();

    [Test]
    public async Task A_document_is_acknowledged_after_fsync_of_the_file_rename_and_fsync_of_the_folder()
    {
        // Killing a process keeps the page cache; only the system calls show what a power failure would leave.
        var trace = _scratch.PathOf("trace");
        ForeignTool.RunOrIgnore("strace", "-o", trace, "true");
        string[] strace = ["strace", "-f", "-y", "-s", "200", "-e", "trace=fsync,fdatasync,rename,renameat,renameat2,write", "-o", trace];
        using var process = TestProcess.Start(["submit", _scratch.PathOf("data"), "12"], below: strace);

        var acknowledged = await process.ReadToEndAsync();

        Assert.That(acknowledged, Has.Length.EqualTo(12));
        var calls = await File.ReadAllLinesAsync(trace);
        foreach (var name in acknowledged.Select(line => line.Split(' ')[2]))
            AssertDurableBeforeAcknowledged(calls, name);
    }

    static void AssertDurableBeforeAcknowledged(string[] calls, string name)
    {
        var rename = Find(calls, 0, line => line.Contains("rename(") && line.Contains($"/{name}\""));
        var temporary = StagedName().Match(calls[rename]).Value;
        var fileSync = EndOf(calls, Find(calls, 0, line => line.Contains("fsync(") && line.Contains($"/.staging/{temporary}>")));
        var folderSync = EndOf(calls, Find(calls, rename, line => line.Contains("fsync(") && line.Contains($"/{name[..2]}>")));
        var answer = Find(calls, 0, line => line.Contains("write(") && line.Contains("\"stored ") && line.Contains(name));

        Assert.That(new[] { fileSync, rename, folderSync, answer }, Is.Ordered, name);
    }

    static int Find(string[] calls, int from, Predicate<string> match)
    {
        var index = Array.FindIndex(calls, from, match);
        Assert.That(index, Is.Not.Negative, "A system call is missing.");
        return index;
    }

    /// <summary>Where the call returned: strace cuts one in two lines when another thread calls in between.</summary>
    static int EndOf(string[] calls, int start)
    {
        if (!calls[start].Contains("<unfinished ...>", StringComparison.Ordinal))
        {
            Assert.That(calls[start], Does.EndWith("= 0"));
            return start;
        }
        var thread = calls[start].Split(' ')[0];
        var end = Find(calls, start + 1, line => line.StartsWith(thread + " ", StringComparison.Ordinal));
        Assert.That(calls[end], Does.Contain("resumed").And.EndWith("= 0"));
        return end;
    }

    [GeneratedRegex("(?<=/\\.staging/)[0-9a-f-]+")]
    private static partial Regex StagedName();

    [Test]
    public async Task Whichever_fsync_fails_its_document_is_not_acknowledged_and_writing_stops([Range(2, 8)] int failing)
    {
        // 2 to 5: the first file, its owner's folder and its parent, the shard; then file and shard of the next documents.
        var trace = _scratch.PathOf("trace");
        ForeignTool.RunOrIgnore("strace", "-o", trace, "true");
        string[] strace = ["strace", "-f", "-e", "trace=fsync", "-e", $"inject=fsync:error=EIO:when={failing}", "-o", trace];
        using var process = TestProcess.Start(["submit-on", _scratch.PathOf("data"), "5"], below: strace);

        var said = await process.ReadToEndAsync();

        var stored = failing < 6 ? 0 : (failing - 4) / 2;
        var expected = Enumerable.Repeat("stored", stored).Append("failed").Concat(Enumerable.Repeat("refused WritesStopped", 4 - stored));
        Assert.That(said, Is.EqualTo(expected));
        Assert.That(await File.ReadAllTextAsync(trace), Does.Contain("(INJECTED)"));
        Assert.That(Directory.EnumerateFiles(_scratch.PathOf("data/documents/.staging")), Is.Empty);
    }

    [Test]
    public async Task Every_document_acknowledged_before_a_kill_is_whole_and_the_rest_is_swept()
    {
        var path = _scratch.PathOf("data");
        var acknowledged = new Dictionary<int, string>();
        for (var round = 0; round < 5; round++)
            await SubmitAndKillAsync(path, acknowledged, after: 5 + (round * 17));

        using var folder = DataFolder.Open(path).Folder!;
        var kept = acknowledged.Values.ToHashSet();
        var store = new FileDocumentStore(
            folder, (_, id, _) => new(kept.Contains(id.ToString())), new(path, 0, TimeProvider.System), new(), TimeProvider.System);
        await store.SweepAsync(TimeSpan.Zero, default);

        Assert.That(acknowledged, Is.Not.Empty);
        foreach (var (number, name) in acknowledged)
        {
            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder.Documents, DocumentProcess.Owner, name[..2], name));
            Assert.That(bytes, Is.EqualTo(DocumentProcess.Document(number)));
            Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(name));
        }
        Assert.That(Directory.EnumerateFiles(folder.Documents, "*", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EquivalentTo(kept));
    }

    static async Task SubmitAndKillAsync(string path, Dictionary<int, string> acknowledged, int after)
    {
        using var process = TestProcess.Start(["submit", path, "100000"]);
        for (var lines = 0; lines < after; lines++)
        {
            var words = (await process.ReadLineAsync())!.Split(' ');
            acknowledged[int.Parse(words[1])] = words[2];
        }
        await process.KillAsync();
        foreach (var line in await process.ReadToEndAsync())
        {
            if (line.Split(' ') is ["stored", var number, { Length: 64 } name])
                acknowledged[int.Parse(number)] = name;
        }
    }
}
