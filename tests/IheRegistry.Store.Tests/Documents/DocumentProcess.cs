using IheRegistry.Store.Documents;

namespace IheRegistry.Store.Tests.Documents;

/// <summary>What this assembly does when a test starts it as a process. It says on its output what was done, line by line.</summary>
static class DocumentProcess
{
    public const string Owner = "1.3.6.1.4.1.21367.2026.7.1";

    /// <summary>Opens the data folder, says how that went, and keeps it until its input ends or it is killed.</summary>
    public static int Lock(string path)
    {
        var outcome = DataFolder.Open(path);
        Say(outcome.IsOpen ? "open" : outcome.Refusal);
        Console.In.ReadToEnd();
        outcome.Folder?.Dispose();
        return 0;
    }

    /// <summary>Four clients submit documents and acknowledge each when it is committed.</summary>
    public static async Task<int> SubmitAsync(string path, int count)
    {
        using var folder = DataFolder.Open(path).Folder!;
        var store = Open(folder, new());
        await Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
        {
            var content = await PutAsync(store, Document(number));
            Say($"stored {number} {content.Sha256}");
        });
        return 0;
    }

    /// <summary>Submits small documents one by one, on one thread, and goes on when the disk fails.</summary>
    public static async Task<int> SubmitOnAsync(string path, int count)
    {
        using var folder = DataFolder.Open(path).Folder!;
        var store = Open(folder, new());
        for (var number = 1; number <= count; number++)
            Say(await TryPutAsync(store, Document(number)));
        return 0;
    }

    static async Task<string> TryPutAsync(FileDocumentStore store, byte[] bytes)
    {
        try
        {
            var outcome = await store.StageAsync(new MemoryStream(bytes), default);
            if (!outcome.IsStaged)
                return $"refused {outcome.Refusal}";
            await using var staged = outcome.Document;
            using var committed = (await store.CommitAsync(Owner, [staged], default)).Documents!;
            return "stored";
        }
        catch (IOException)
        {
            return "failed";
        }
    }

    /// <summary>A document that every process makes alike: up to some 200 kB, now and then 2 MB.</summary>
    public static byte[] Document(int number)
    {
        var bytes = new byte[number % 10 == 9 ? 2_000_000 : 1 + (number * 7919 % 200_000)];
        new Random(number).NextBytes(bytes);
        return bytes;
    }

    public static FileDocumentStore Open(DataFolder folder, WriteLatch latch) =>
        new(folder, (_, _, _) => new(false), new(folder.Root, 0, TimeProvider.System), latch, TimeProvider.System);

    static async Task<StoredContent> PutAsync(FileDocumentStore store, byte[] bytes)
    {
        await using var staged = (await store.StageAsync(new MemoryStream(bytes), default)).Document!;
        using var committed = (await store.CommitAsync(Owner, [staged], default)).Documents!;
        return committed.Contents[0];
    }

    static void Say(string line)
    {
        // One write a line, or a kill could cut it.
        lock (Console.Out)
            Console.Out.WriteLine(line);
    }
}
