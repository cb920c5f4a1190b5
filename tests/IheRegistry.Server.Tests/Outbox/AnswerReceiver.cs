using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using IheRegistry.Tests.Shared.Soap;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace IheRegistry.Server.Tests.Outbox;

/// <summary>A small HTTP server that takes answers, as a Document Source or Consumer does that asked for them at an address of its own.</summary>
public sealed class AnswerReceiver : IAsyncDisposable
{
    readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    readonly ConcurrentQueue<ReceivedPost> _posts = new();
    readonly SemaphoreSlim _arrived = new(0);
    WebApplication? _app;
    int _taken;

    /// <summary>A receiver with a port that is still closed.</summary>
    public AnswerReceiver()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Port = ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Its port on 127.0.0.1, also while that is closed.</summary>
    public int Port { get; }

    /// <summary>Its root, to be allowed.</summary>
    public string Root => $"http://127.0.0.1:{Port}/answers";

    /// <summary>Everything that was posted so far.</summary>
    public IReadOnlyCollection<ReceivedPost> Posts => _posts;

    /// <summary>An address below the root.</summary>
    public string Address(string name = "source") => $"{Root}/{name}";

    /// <summary>A receiver that listens.</summary>
    public static async Task<AnswerReceiver> StartAsync()
    {
        var receiver = new AnswerReceiver();
        await receiver.OpenAsync();
        return receiver;
    }

    /// <summary>Opens the port.</summary>
    public async Task OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, Port);
        });
        _app = builder.Build();
        _app.Run(TakeAsync);
        await _app.StartAsync();
    }

    /// <summary>Answers the next post with a status instead of 202; where to, for a redirect.</summary>
    public void Next(int status, string? location = null) => Next(http =>
    {
        http.Response.StatusCode = status;
        if (location is not null) http.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <summary>Answers the next post as one likes.</summary>
    public void Next(Func<HttpContext, Task> answer) => _script.Enqueue(answer);

    /// <summary>Waits for the next post.</summary>
    public async Task<ReceivedPost> TakeAsync()
    {
        if (!await _arrived.WaitAsync(TimeSpan.FromMinutes(1))) throw new TimeoutException("No answer has come.");
        return _posts.Skip(_taken++).First();
    }

    /// <summary>Closes the port.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_app is { } app)
        {
            using var now = new CancellationTokenSource(TimeSpan.Zero);
            await app.StopAsync(now.Token);
            await app.DisposeAsync();
        }

        _arrived.Dispose();
    }

    async Task TakeAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        if (_script.TryDequeue(out var answer)) await answer(http);
        _posts.Enqueue(new ReceivedPost(http.Request.Path, http.Request.ContentType!, body.ToArray(), http.Response.StatusCode));
        _arrived.Release();
    }
}

/// <summary>An answer as it came.</summary>
/// <param name="Path">The path it was posted to.</param>
/// <param name="ContentType">The HTTP Content-Type.</param>
/// <param name="Body">The HTTP body.</param>
/// <param name="Status">How it was answered.</param>
public sealed record ReceivedPost(string Path, string ContentType, byte[] Body, int Status)
{
    /// <summary>Taken apart.</summary>
    public SoapReply Reply => new(200, ContentType, Body);

    /// <summary>The text of a WS-Addressing header.</summary>
    public string? Header(string name) => Reply.Envelope.Descendants("{http://www.w3.org/2005/08/addressing}" + name).FirstOrDefault()?.Value;
}
