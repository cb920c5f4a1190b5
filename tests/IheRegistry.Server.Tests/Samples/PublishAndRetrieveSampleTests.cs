using System.Diagnostics;
using IheRegistry.Server.Tests.Hosting;
using IheRegistry.Tests.Shared;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Samples;

/// <summary>samples/csharp/PublishAndRetrieve against a running server.</summary>
[TestFixture]
public sealed class PublishAndRetrieveSampleTests : ServerFixture
{
    [Test]
    public async Task It_publishes_finds_retrieves_and_compares()
    {
        var (exitCode, output) = await RunAsync(SourceTree.PathOf("samples", "cda", "zh-discharge-summary.xml"));

        Assert.That(exitCode, Is.Zero, output);
        Assert.That(output, Does.EndWith("DONE"));
        Assert.That(Server.Query("SELECT count(*) FROM stored_document", row => row.GetInt64(0)).Single(), Is.EqualTo(1));
    }

    async Task<(int ExitCode, string Output)> RunAsync(string document)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "PublishAndRetrieve.dll"), $"{Server.Http}", $"127.0.0.1:{Server.MllpPort}", document])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts).Trim());
    }
}
