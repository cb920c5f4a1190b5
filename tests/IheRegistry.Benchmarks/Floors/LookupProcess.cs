using System.Buffers;
using System.Net;
using IheRegistry.Benchmarks.Processes;
using Microsoft.AspNetCore.Connections;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>
/// The floor of queries for patients: TCP on which each frame costs one SELECT and is answered with the bytes that the server answered with.
/// Verb <c>lookups</c>, then the data folder and the folder of the answers.
/// </summary>
static class LookupProcess
{
    internal static async Task<int> RunAsync(string data, string answers)
    {
        SQLitePCL.Batteries_V2.Init();
        var lookups = new BareLookups(Path.Combine(data, "registry.db"), answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Run(connection => AnswerAsync(connection, lookups)));
        });
        var app = builder.Build();
        await app.StartAsync().ConfigureAwait(false);
        Ports.Print(app);
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        return 0;
    }

    static async Task AnswerAsync(ConnectionContext connection, BareLookups lookups)
    {
        while (true)
        {
            var read = await connection.Transport.Input.ReadAsync().ConfigureAwait(false);
            if (read.IsCompleted) return;
            if (read.Buffer.PositionOf((byte)0x1C) is null)
            {
                connection.Transport.Input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            connection.Transport.Output.Write(lookups.Answer(read.Buffer.ToArray()).Span);
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
            await connection.Transport.Output.FlushAsync().ConfigureAwait(false);
        }
    }
}
