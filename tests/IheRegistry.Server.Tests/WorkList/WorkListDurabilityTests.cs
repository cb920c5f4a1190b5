using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using IheRegistry.Server.Tests.Operations;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.WorkList;

/// <summary>What the work list holds outlives kills, sweeps and the loss of the data folder.</summary>
[TestFixture]
public sealed class WorkListDurabilityTests : OperatedFixture
{
    [Test]
    public async Task An_item_and_its_documents_outlive_a_kill_and_the_sweep_and_are_in_the_backup()
    {
        var patient = Published.PatientId("WORK");
        var document = Published.Provided(Published.PatientId("ELSEWHERE"));
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            var reply = await Peer.PostAsync(server.Recipient, document.Request());
            Assert.That(reply.Status, Is.EqualTo("Success"), reply.ErrorText);
            await server.KillAsync();
        }

        // Long enough ago for the sweep at start to take what nothing refers to: a file of nobody shows that it runs.
        var path = Directory.GetFiles(Path.Combine(Data, "documents"), Convert.ToHexStringLower(SHA256.HashData(document.Content)), SearchOption.AllDirectories).Single();
        var nobodys = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path)[..2] + new string('0', 62));
        File.Copy(path, nobodys);
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddDays(-1));
        File.SetLastWriteTimeUtc(nobodys, DateTime.UtcNow.AddDays(-1));
        await using (var again = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await Hostile.Waiting.UntilAsync(() => !File.Exists(nobodys), "the sweep runs");
            var backup = await CommandRun.OfAsync("backup", "--data", Data, "--to", PathOf("backup"));
            Assert.That(backup.ExitCode, Is.Zero, backup.Errors);
        }

        var restore = await CommandRun.OfAsync("restore", "--from", PathOf("backup"), "--data", PathOf("restored"));
        Assert.That(restore.ExitCode, Is.Zero, restore.Errors);
        await using var restored = await SeparateServer.StartAsync(PathOf("restored"), "--low-disk", "1MiB");
        await restored.FeedAsync(patient);
        using var http = new HttpClient();
        var list = await http.GetFromJsonAsync<JsonElement>(new Uri(restored.Http, "/xdr/worklist"));
        var id = list.GetProperty("items").EnumerateArray().Single().GetProperty("id").GetInt64();

        using var response = await http.PostAsJsonAsync(new Uri(restored.Http, $"/xdr/worklist/{id}/resolve"), new { patientId = patient });

        Assert.That(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        await restored.AssertRetrievedAsync(Peer, [document]);
    }
}
