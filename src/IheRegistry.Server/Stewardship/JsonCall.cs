using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using IheRegistry.Store;
using Microsoft.AspNetCore.Http.Features;

namespace IheRegistry.Server.Stewardship;

/// <summary>What requests and answers of the addresses below <c>/pix</c> have in common.</summary>
static class JsonCall
{
    // A decision is some ids and a comment.
    const long MaxBodyBytes = 64 * 1024;

    /// <summary>The one place where what goes wrong inside becomes an answer: a reference, and nothing else.</summary>
    internal static async Task AnswerAsync(HttpContext http, ILogger logger, Func<HttpContext, Task> answer)
    {
        // Patients' data stay out of caches.
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer(http).ConfigureAwait(false);
        }
        catch (IOException error) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            logger.RequestFailed(error, "Stewardship", http.TraceIdentifier);
            var status = error is StoreUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await RefuseAsync(http, status, "internal", $"The request failed for an internal reason. Reference: {http.TraceIdentifier}").ConfigureAwait(false);
        }
    }

    /// <summary>The body; null where it was refused already. A page of another origin cannot send this media type without being asked first.</summary>
    internal static async Task<T?> ReadAsync<T>(HttpContext http, JsonTypeInfo<T> type)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "mediaType", "The Content-Type must be application/json.").ConfigureAwait(false);
            return null;
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MaxBodyBytes;
        try
        {
            if (await http.Request.ReadFromJsonAsync(type, http.RequestAborted).ConfigureAwait(false) is { } body) return body;
        }
        catch (JsonException)
        {
            // Said below, as of null.
        }
        catch (BadHttpRequestException broken)
        {
            await RefuseAsync(http, broken.StatusCode, "body", "The body is too large or broken.").ConfigureAwait(false);
            return null;
        }

        await RefuseAsync(http, StatusCodes.Status400BadRequest, "body", "The body is not the JSON object that is asked for here.").ConfigureAwait(false);
        return null;
    }

    internal static Task SendAsync<T>(HttpContext http, T body, JsonTypeInfo<T> type) => http.Response.WriteAsJsonAsync(body, type, cancellationToken: http.RequestAborted);

    internal static Task RefuseAsync(HttpContext http, int status, string error, string problem)
    {
        http.Response.StatusCode = status;
        return SendAsync(http, new ProblemJson(error, problem), StewardshipJson.Default.ProblemJson);
    }

    /// <summary>The page that is asked for; null where it was refused already.</summary>
    internal static async Task<(long After, int Count)?> PageAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (TryReadNumber(query["after"], 0, long.MaxValue, 0, out var after) && TryReadNumber(query["count"], 1, MaxCount, DefaultCount, out var count))
            return (after, (int)count);
        await RefuseAsync(http, StatusCodes.Status400BadRequest, "page", $"after is an id; count is from 1 to {MaxCount}.").ConfigureAwait(false);
        return null;
    }

    internal static long NumberOf(HttpContext http, string name) => long.Parse((string)http.Request.RouteValues[name]!, CultureInfo.InvariantCulture);

    const int DefaultCount = 50;

    // A page of a thousand has some hundred KB.
    const int MaxCount = 1000;

    static bool TryReadNumber(string? text, long least, long most, long otherwise, out long number)
    {
        number = otherwise;
        return text is null
            || (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least && number <= most);
    }
}
