using System.Net;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Hosting;

[TestFixture]
public sealed class TestServerTests
{
    [Test]
    public async Task It_answers_and_leaves_no_folder_behind()
    {
        using var http = new HttpClient();
        string folder;
        await using (var server = await TestServer.StartAsync())
        {
            folder = server.DataFolder;
            using var ready = await http.GetAsync(new Uri(server.Http, "/health/ready"));
            Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(server.Query("SELECT count(*) FROM document_entry", row => row.GetInt64(0)), Is.EqualTo(new[] { 0L }));
        }

        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task It_starts_again_on_the_same_folder()
    {
        await using var server = await TestServer.StartAsync();
        await server.StopAsync();
        await server.StartAgainAsync();

        Assert.That(server.Query("SELECT count(*) FROM audit_event", row => row.GetInt64(0)).Single(), Is.EqualTo(3), "start, stop, start");
    }
}
