using System.Text.Json;
using System.Text.Json.Serialization;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;

namespace IheRegistry.Server.History;

/// <summary>GET /history/{logicalId}: the history of a DocumentEntry or Folder as JSON (docs/history.md).</summary>
sealed class HistoryEndpoint(ReadHistory actor, AuditingNode node, TimeProvider clock, ILogger<HistoryEndpoint> logger)
{
    /// <summary>Where it is.</summary>
    internal const string Path = "/history/{logicalId}";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Answers a request. What is no logicalID and what is none here look alike: 404 and nothing else.</summary>
    internal async Task HandleAsync(HttpContext http)
    {
        // Patients' data stay out of caches.
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            var logicalId = (string)http.Request.RouteValues["logicalId"]!;
            var answer = await actor.ReadAsync(HttpCall.Of(http, node, clock), logicalId, http.RequestAborted).ConfigureAwait(false);
            if (answer is null) http.Response.StatusCode = StatusCodes.Status404NotFound;
            else await http.Response.WriteAsJsonAsync(answer, Json, http.RequestAborted).ConfigureAwait(false);
        }
        catch (StoreUnavailableException error)
        {
            // What cannot be audited is not told.
            logger.RequestFailed(error, "history", http.TraceIdentifier);
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }
}
