using IheRegistry.Server.Maintenance;
using IheRegistry.Store;
using IheRegistry.Store.Outbox;

namespace IheRegistry.Server.Health;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: it can take submissions.</summary>
static class HealthAnswers
{
    /// <summary>Always 200: whoever gets this far is alive.</summary>
    internal static Task LiveAsync(HttpContext http) => http.Response.WriteAsJsonAsync(new { status = "live" }, http.RequestAborted);

    /// <summary>200 when writes are taken, 503 when only reads are served. Damaged documents and answers that were given up
    /// are told of, and keep nobody from writing.</summary>
    internal static Task ReadyAsync(HttpContext http)
    {
        var latch = http.RequestServices.GetRequiredService<WriteLatch>();
        var space = http.RequestServices.GetRequiredService<FreeSpaceGuard>();
        var scrub = http.RequestServices.GetRequiredService<Scrub>();
        var outbox = http.RequestServices.GetRequiredService<AnswerOutbox>();
        var ready = !latch.IsTripped && !space.IsLow;
        http.Response.StatusCode = ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        return http.Response.WriteAsJsonAsync(
            new
            {
                status = ready ? "ready" : "reads only",
                writes = latch.IsTripped ? "stopped after a disk error" : "on",
                disk = space.IsLow ? "low" : "sufficient",
                damagedDocuments = scrub.DamagedDocuments,
                answers = new { waiting = outbox.Waiting, bytes = outbox.WaitingBytes, givenUp = outbox.Dead },
            },
            http.RequestAborted);
    }
}
