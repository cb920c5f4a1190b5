using System.Text.Json;
using System.Text.Json.Serialization;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRecipient;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;
using IheRegistry.Store.WorkList;
using Microsoft.AspNetCore.Http.Features;

namespace IheRegistry.Server.WorkList;

/// <summary>
/// <c>/xdr/worklist</c>: the submissions that the Document Recipient has taken, for a person with a page or a program. Every look and every
/// decision is audited.
/// </summary>
sealed class WorkListApi(RecipientWorkList workList, AuditingNode node, TimeProvider clock, ILogger<WorkListApi> logger)
{
    /// <summary>URL path.</summary>
    internal const string Path = "/xdr/worklist";

    const int DefaultCount = 50;

    // A page of a thousand has some hundred KB of metadata to read.
    const int MaxCount = 1000;

    // A match has some dozen codes.
    const long MaxBodyBytes = 64 * 1024;

    // Some paragraphs, in the audit as well as on the list.
    const int MaxReason = 1000;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Binds its addresses.</summary>
    internal void Map(WebApplication app)
    {
        app.MapGet(Path, http => AnswerAsync(http, ListAsync));
        app.MapGet(Path + "/{id:long}", http => AnswerAsync(http, FindAsync));
        app.MapGet(Path + "/{id:long}/metadata", http => AnswerAsync(http, SendMetadataAsync));
        app.MapPost(Path + "/{id:long}/resolve", http => AnswerAsync(http, ResolveAsync));
        app.MapPost(Path + "/{id:long}/reject", http => AnswerAsync(http, RejectAsync));
    }

    // The one place where what goes wrong inside becomes an answer: a reference, and nothing else.
    async Task AnswerAsync(HttpContext http, Func<HttpContext, Task> answer)
    {
        // Patients' data stay out of caches.
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            await answer(http).ConfigureAwait(false);
        }
        catch (IOException error) when (!http.RequestAborted.IsCancellationRequested && !http.Response.HasStarted)
        {
            logger.RequestFailed(error, "Work list", http.TraceIdentifier);
            var status = error is StoreUnavailableException ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await RefuseAsync(http, status, $"The request failed for an internal reason. Reference: {http.TraceIdentifier}").ConfigureAwait(false);
        }
    }

    async Task ListAsync(HttpContext http)
    {
        var query = http.Request.Query;
        if (!TryReadState(query["state"], out var state) || !TryReadNumber(query["after"], 0, long.MaxValue, 0, out var after)
            || !TryReadNumber(query["count"], 1, MaxCount, DefaultCount, out var count))
        {
            await RefuseAsync(
                http, StatusCodes.Status400BadRequest, $"state is waiting, registered or rejected; after an id; count from 1 to {MaxCount}.").ConfigureAwait(false);
            return;
        }

        var items = await workList.ListAsync(CallOf(http), state, after, (int)count, http.RequestAborted).ConfigureAwait(false);
        await SendAsync(http, StatusCodes.Status200OK, new { items = items.Select(WorkListJson.Of) }).ConfigureAwait(false);
    }

    async Task FindAsync(HttpContext http)
    {
        if (await workList.FindAsync(CallOf(http), IdOf(http), http.RequestAborted).ConfigureAwait(false) is { } item)
            await SendAsync(http, StatusCodes.Status200OK, WorkListJson.Of(item)).ConfigureAwait(false);
        else
            await RefuseAsync(http, StatusCodes.Status404NotFound, "There is no such item.").ConfigureAwait(false);
    }

    async Task SendMetadataAsync(HttpContext http)
    {
        if (await workList.FindAsync(CallOf(http), IdOf(http), http.RequestAborted).ConfigureAwait(false) is not { } item)
        {
            await RefuseAsync(http, StatusCodes.Status404NotFound, "There is no such item.").ConfigureAwait(false);
            return;
        }

        http.Response.ContentType = "application/xml; charset=utf-8";
        http.Response.ContentLength = item.Metadata.Length;
        await http.Response.BodyWriter.WriteAsync(item.Metadata, http.RequestAborted).ConfigureAwait(false);
    }

    async Task ResolveAsync(HttpContext http)
    {
        if (await ReadAsync<MatchRequest>(http).ConfigureAwait(false) is not { } request) return;
        if (string.IsNullOrWhiteSpace(request.PatientId) || CodesOf(request) is not { } codes)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, "A match has a patientId; its codes are named as the metadata's attributes and have code and scheme.").ConfigureAwait(false);
            return;
        }

        var match = new WorkItemMatch(request.PatientId) { WithRelationships = request.WithRelationships, Codes = codes, Slots = SlotsOf(request) };
        await SendAsync(http, await workList.ResolveAsync(CallOf(http), IdOf(http), match, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task RejectAsync(HttpContext http)
    {
        if (await ReadAsync<RejectRequest>(http).ConfigureAwait(false) is not { } request) return;
        if (string.IsNullOrWhiteSpace(request.Reason) || request.Reason.Length > MaxReason)
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, $"A rejection has a reason of at most {MaxReason} characters.").ConfigureAwait(false);
            return;
        }

        await SendAsync(http, await workList.RejectAsync(CallOf(http), IdOf(http), request.Reason, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    // A page of another origin cannot send this media type without being asked first.
    static async Task<T?> ReadAsync<T>(HttpContext http)
        where T : class
    {
        if (!http.Request.HasJsonContentType())
        {
            await RefuseAsync(http, StatusCodes.Status415UnsupportedMediaType, "The Content-Type must be application/json.").ConfigureAwait(false);
            return null;
        }

        http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = MaxBodyBytes;
        try
        {
            if (await http.Request.ReadFromJsonAsync<T>(Json, http.RequestAborted).ConfigureAwait(false) is { } body) return body;
        }
        catch (JsonException)
        {
            // Said below, as of null.
        }
        catch (BadHttpRequestException broken)
        {
            await RefuseAsync(http, broken.StatusCode, "The body is too large or broken.").ConfigureAwait(false);
            return null;
        }

        await RefuseAsync(http, StatusCodes.Status400BadRequest, "The body is not the JSON object that is asked for here.").ConfigureAwait(false);
        return null;
    }

    static Dictionary<CodedAttribute, Code>? CodesOf(MatchRequest request)
    {
        var codes = new Dictionary<CodedAttribute, Code>();
        foreach (var (name, given) in request.Codes ?? [])
        {
            if (char.IsDigit(name.FirstOrDefault()) || !Enum.TryParse<CodedAttribute>(name, ignoreCase: true, out var attribute)) return null;
            if (given is not { Code: { Length: > 0 } code, Scheme: { Length: > 0 } scheme }) return null;
            codes[attribute] = new Code(code, scheme, given.Display ?? code);
        }

        return codes;
    }

    static Dictionary<string, string> SlotsOf(MatchRequest request)
    {
        var slots = new Dictionary<string, string>();
        if (request.CreationTime is { } created) slots[SlotNames.CreationTime] = created;
        if (request.LanguageCode is { } language) slots[SlotNames.LanguageCode] = language;
        if (request.SourcePatientId is { } patient) slots[SlotNames.SourcePatientId] = patient;
        return slots;
    }

    static bool TryReadState(string? text, out WorkItemState state)
    {
        state = Enum.GetValues<WorkItemState>().FirstOrDefault(value => WorkListJson.NameOf(value) == (text ?? "waiting"));
        return state != default;
    }

    static bool TryReadNumber(string? text, long least, long most, long otherwise, out long number)
    {
        number = otherwise;
        return text is null || (long.TryParse(text, out number) && number >= least && number <= most);
    }

    static Task SendAsync(HttpContext http, WorkListOutcome outcome) => outcome.Kind switch
    {
        WorkListOutcomeKind.Missing => RefuseAsync(http, StatusCodes.Status404NotFound, "There is no such item."),
        WorkListOutcomeKind.Decided => RefuseAsync(http, StatusCodes.Status409Conflict, "The item was decided before."),
        WorkListOutcomeKind.Refused => SendAsync(http, StatusCodes.Status422UnprocessableEntity, WorkListJson.Of(outcome)),
        _ => SendAsync(http, StatusCodes.Status200OK, WorkListJson.Of(outcome)),
    };

    static Task RefuseAsync(HttpContext http, int status, string problem) => SendAsync(http, status, new { problem });

    static Task SendAsync(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body, Json, http.RequestAborted);
    }

    static long IdOf(HttpContext http) => long.Parse((string)http.Request.RouteValues["id"]!, System.Globalization.CultureInfo.InvariantCulture);

    AuditContext CallOf(HttpContext http) => HttpCall.Of(http, node, clock);
}
