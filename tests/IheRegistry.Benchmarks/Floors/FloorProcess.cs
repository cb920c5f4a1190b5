using System.Buffers;
using System.Globalization;
using System.Net;
using IheRegistry.Benchmarks.Processes;
using IheRegistry.Model.Metadata.Queries;
using Microsoft.AspNetCore.Connections;

namespace IheRegistry.Benchmarks.Floors;

/// <summary>The bare counterparts of the server, in a process of their own: verb <c>floor</c>, then a work folder.</summary>
static class FloorProcess
{
    internal static async Task<int> RunAsync(string folder)
    {
        SQLitePCL.Batteries_V2.Init();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Run(EchoAsync));
        });
        var app = builder.Build();
        Map(app, folder);
        await app.StartAsync().ConfigureAwait(false);
        Ports.Print(app);
        await app.WaitForShutdownAsync().ConfigureAwait(false);
        return 0;
    }

    static void Map(WebApplication app, string folder)
    {
        var find = new BareFind(Path.Combine(folder, "data", "registry.db"));
        var answers = Enum.GetValues<ReturnType>().ToDictionary(type => type, type => new Lazy<byte[]>(() => File.ReadAllBytes(Path.Combine(folder, $"{type}.answer"))));
        app.MapPost("/find/{type}/{patient}", async http =>
        {
            await DrainAsync(http).ConfigureAwait(false);
            var type = Enum.Parse<ReturnType>((string)http.Request.RouteValues["type"]!);
            find.Find(type, long.Parse((string)http.Request.RouteValues["patient"]!, CultureInfo.InvariantCulture));
            await SendAsync(http, "application/soap+xml; charset=UTF-8", answers[type].Value).ConfigureAwait(false);
        });
        app.MapPost("/drain", async http =>
        {
            await DrainAsync(http).ConfigureAwait(false);
            await SendAsync(http, "text/plain", "ok"u8.ToArray()).ConfigureAwait(false);
        });
        app.MapPost("/send", () => Results.File(Path.Combine(folder, "large.bin")));
        MapMeasurements(app, folder);
    }

    // What is measured inside of this process; the answer is the figures.
    static void MapMeasurements(WebApplication app, string folder)
    {
        var bare = new Lazy<BareTransactions>(() => new BareTransactions(Path.Combine(folder, "bare.db")));
        app.MapGet("/transactions", (string rows, int clients, double seconds, int group, int document) =>
            bare.Value.Run(rows, clients, TimeSpan.FromSeconds(seconds), group, document));
        app.MapGet("/hash-and-write", (long size) => new[] { BareWrite.HashAndWrite(Path.Combine(folder, "bare.bin"), size) });
    }

    static async Task DrainAsync(HttpContext http)
    {
        var body = http.Request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync().ConfigureAwait(false);
            body.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted) return;
        }
    }

    static async Task SendAsync(HttpContext http, string contentType, byte[] bytes)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.BodyWriter.WriteAsync(bytes).ConfigureAwait(false);
    }

    static async Task EchoAsync(ConnectionContext connection)
    {
        while (true)
        {
            var read = await connection.Transport.Input.ReadAsync().ConfigureAwait(false);
            if (read.IsCompleted) return;
            foreach (var piece in read.Buffer) connection.Transport.Output.Write(piece.Span);
            connection.Transport.Input.AdvanceTo(read.Buffer.End);
            await connection.Transport.Output.FlushAsync().ConfigureAwait(false);
        }
    }
}
