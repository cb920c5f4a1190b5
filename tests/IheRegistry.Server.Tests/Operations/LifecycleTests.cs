using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace IheRegistry.Server.Tests.Operations;

/// <summary>Start, stop, and one server to a data folder.</summary>
[TestFixture]
public sealed class LifecycleTests : OperatedFixture
{
    [Test]
    public async Task A_second_server_on_the_same_data_folder_is_refused_and_told_who_has_it()
    {
        await using var first = await SeparateServer.StartAsync(Data);

        var (exitCode, errors) = await SeparateServer.StartRefusedAsync(Data);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(errors, Does.Contain($"'{Data}' is in use by process {first.Id}"));
        Assert.That((await first.ReadyAsync()).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using (var server = await SeparateServer.StartAsync(Data)) await server.StopAsync();
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(Data, "registry.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 9999";
            await command.ExecuteNonQueryAsync();
        }

        var (exitCode, errors) = await SeparateServer.StartRefusedAsync(Data);

        Assert.That(exitCode, Is.EqualTo(2));
        Assert.That(errors, Does.Contain("schema 9999").And.Not.Contain("   at "));
    }

    [Test]
    public async Task On_SIGTERM_a_request_under_way_is_answered_and_nothing_new_is_taken()
    {
        var patient = Published.PatientId("LIFE-1");
        var document = Published.Provided(patient, 200_000);
        await using (var server = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB"))
        {
            await server.FeedAsync(patient);
            using var client = new TcpClient();
            await client.ConnectAsync(server.Http.Host, server.Http.Port);
            await using var stream = client.GetStream();
            var request = document.Request();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"POST {server.Repository.AbsolutePath} HTTP/1.1\r\nHost: {server.Http.Authority}\r\nContent-Type: {request.ContentType}\r\n"
                + $"Content-Length: {request.Body.Length}\r\nConnection: close\r\n\r\n"));
            await stream.WriteAsync(request.Body.AsMemory(0, request.Body.Length / 2));
            // Its answer shows that the half before it is on its way through the server.
            await server.ReadyAsync();

            server.Ask();
            await UntilRefusedAsync(server);
            await stream.WriteAsync(request.Body.AsMemory(request.Body.Length / 2));
            using var reader = new StreamReader(stream);
            var answer = await reader.ReadToEndAsync();

            Assert.That(answer, Does.StartWith("HTTP/1.1 200").And.Contain("ResponseStatusType:Success"));
            Assert.That(await server.EndAsync(), Is.Zero);
            Assert.That(File.Exists(Path.Combine(Data, "registry.db-wal")), Is.False, "The write-ahead log is taken over at a clean stop.");
        }

        await using var again = await SeparateServer.StartAsync(Data, "--low-disk", "1MiB");
        await again.AssertRetrievedAsync(Peer, [document]);
    }

    static async Task UntilRefusedAsync(SeparateServer server)
    {
        try
        {
            while (true)
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(server.Http.Host, server.Http.Port);
                await Task.Delay(20);
            }
        }
        catch (SocketException)
        {
            return;
        }
    }
}
