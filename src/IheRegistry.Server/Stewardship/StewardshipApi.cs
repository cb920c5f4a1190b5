using System.Globalization;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Model.Identity;
using IheRegistry.Server.Hosting;
using IheRegistry.Store.Patients;

namespace IheRegistry.Server.Stewardship;

/// <summary>
/// <c>/pix/reviews</c>, <c>/pix/persons</c> and <c>/pix/events</c>: who is who, for stewards with a page or a program (docs/stewardship.md). Every
/// look and every decision is audited.
/// </summary>
sealed class StewardshipApi(IdentityStewardship stewardship, IPatientQueries patients, StewardGate gate, AuditingNode node, TimeProvider clock)
{
    const string Reviews = "/pix/reviews";
    const string Persons = "/pix/persons";

    // Some paragraphs, in the ledger as well as on the list.
    const int MaxComment = 1000;

    /// <summary>Binds its addresses.</summary>
    internal void Map(WebApplication app)
    {
        app.MapGet(Reviews, gate.Open(StewardRight.Read, ListAsync));
        app.MapGet(Reviews + "/{id:long}", gate.Open(StewardRight.Read, FindAsync));
        app.MapPost(Reviews + "/{id:long}/link", gate.Open(StewardRight.Decide, LinkReviewAsync));
        app.MapPost(Reviews + "/{id:long}/reject", gate.Open(StewardRight.Decide, http => DecideAsync(http, ReviewVerdictKind.Reject)));
        app.MapPost(Reviews + "/{id:long}/close", gate.Open(StewardRight.Decide, http => DecideAsync(http, ReviewVerdictKind.Close)));
        app.MapGet(Persons, gate.Open(StewardRight.Read, ReadAsync));
        app.MapGet(Persons + "/compare", gate.Open(StewardRight.Read, CompareAsync));
        app.MapGet(Persons + "/events", gate.Open(StewardRight.Read, EventsAsync));
        app.MapGet(Persons + "/ids", gate.Open(StewardRight.Read, IdsAtAsync));
        app.MapPost(Persons + "/link", gate.Open(StewardRight.Decide, LinkAsync));
        app.MapPost(Persons + "/split", gate.Open(StewardRight.Decide, SplitAsync));
        app.MapPost(Persons + "/reject", gate.Open(StewardRight.Decide, RejectAsync));
        app.MapPost("/pix/events/{number:long}/undo", gate.Open(StewardRight.Decide, UndoAsync));
    }

    async Task ListAsync(HttpContext http)
    {
        var name = (string?)http.Request.Query["state"] ?? "waiting";
        var state = Enum.GetValues<ReviewState>().FirstOrDefault(value => StewardshipViews.NameOf(value.ToString()) == name);
        if (state == default)
        {
            await JsonCall.RefuseAsync(http, StatusCodes.Status400BadRequest, "state", "state is waiting, linked, rejected or closed.").ConfigureAwait(false);
            return;
        }

        if (await JsonCall.PageAsync(http).ConfigureAwait(false) is not var (after, count)) return;
        var items = await stewardship.ListReviewsAsync(CallOf(http), state, after, count, http.RequestAborted).ConfigureAwait(false);
        await JsonCall.SendAsync(http, new ReviewsJson([.. items.Select(StewardshipViews.Of)]), StewardshipJson.Default.ReviewsJson).ConfigureAwait(false);
    }

    async Task FindAsync(HttpContext http)
    {
        if (await stewardship.FindReviewAsync(CallOf(http), JsonCall.NumberOf(http, "id"), http.RequestAborted).ConfigureAwait(false) is not { } item)
        {
            await UnknownAsync(http, "There is no such item.").ConfigureAwait(false);
            return;
        }

        var answer = StewardshipViews.Of(item) with { SideBySide = await SideBySideAsync(http, item.Question).ConfigureAwait(false) };
        await JsonCall.SendAsync(http, answer, StewardshipJson.Default.ReviewJson).ConfigureAwait(false);
    }

    // A person that was merged since stands beside nobody: its survivor is named by another row, or is the record's own person.
    async Task<List<ComparisonJson>> SideBySideAsync(HttpContext http, ReviewQuestion question)
    {
        var comparisons = new List<ComparisonJson>();
        foreach (var row in question.Persons)
        {
            if (await patients.ReadPersonAsync(row, http.RequestAborted).ConfigureAwait(false) is not { Records: [var record, ..] }) continue;
            var comparison = await stewardship.CompareAsync(CallOf(http), question.Record, record.Id, http.RequestAborted).ConfigureAwait(false);
            if (comparison is not null && comparison.First.Person.Row != comparison.Second.Person.Row) comparisons.Add(StewardshipViews.Of(comparison));
        }

        return comparisons;
    }

    async Task LinkReviewAsync(HttpContext http)
    {
        if (await JsonCall.ReadAsync(http, StewardshipJson.Default.VerdictRequest).ConfigureAwait(false) is not { } request) return;
        if (await CommentAsync(http, request.Comment).ConfigureAwait(false) is not { } comment) return;
        PatientId? with = null;
        if (request.With is not null && (with = await IdAsync(http, "with", request.With).ConfigureAwait(false)) is null) return;
        await SendAsync(http, await stewardship.DecideAsync(
            CallOf(http), JsonCall.NumberOf(http, "id"), new ReviewVerdict(ReviewVerdictKind.Link, with, comment), http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task DecideAsync(HttpContext http, ReviewVerdictKind kind)
    {
        if (await ReadCommentAsync(http).ConfigureAwait(false) is not { } comment) return;
        await SendAsync(http, await stewardship.DecideAsync(
            CallOf(http), JsonCall.NumberOf(http, "id"), new ReviewVerdict(kind, null, comment), http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task ReadAsync(HttpContext http)
    {
        if (await QueriedIdAsync(http, "id").ConfigureAwait(false) is not { } id) return;
        if (await stewardship.ReadAsync(CallOf(http), id, http.RequestAborted).ConfigureAwait(false) is { } view)
            await JsonCall.SendAsync(http, StewardshipViews.Of(view), StewardshipJson.Default.PersonJson).ConfigureAwait(false);
        else
            await UnknownAsync(http, UnknownId).ConfigureAwait(false);
    }

    async Task CompareAsync(HttpContext http)
    {
        if (await QueriedIdAsync(http, "first").ConfigureAwait(false) is not { } first) return;
        if (await QueriedIdAsync(http, "second").ConfigureAwait(false) is not { } second) return;
        if (await stewardship.CompareAsync(CallOf(http), first, second, http.RequestAborted).ConfigureAwait(false) is { } comparison)
            await JsonCall.SendAsync(http, StewardshipViews.Of(comparison), StewardshipJson.Default.ComparisonJson).ConfigureAwait(false);
        else
            await UnknownAsync(http, UnknownId).ConfigureAwait(false);
    }

    async Task EventsAsync(HttpContext http)
    {
        if (await QueriedIdAsync(http, "id").ConfigureAwait(false) is not { } id) return;
        var events = await stewardship.ReadLedgerAsync(CallOf(http), id, http.RequestAborted).ConfigureAwait(false);
        if (events.Count == 0)
            await UnknownAsync(http, UnknownId).ConfigureAwait(false);
        else
            await JsonCall.SendAsync(http, new EventsJson([.. events.Select(StewardshipViews.Of)]), StewardshipJson.Default.EventsJson).ConfigureAwait(false);
    }

    async Task IdsAtAsync(HttpContext http)
    {
        if (await QueriedIdAsync(http, "id").ConfigureAwait(false) is not { } id) return;
        var at = clock.GetUtcNow();
        if ((string?)http.Request.Query["at"] is { } text
            && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out at))
        {
            await JsonCall.RefuseAsync(http, StatusCodes.Status400BadRequest, "at", "at is a time such as 2026-03-04T05:06:07Z.").ConfigureAwait(false);
            return;
        }

        if (await stewardship.FindIdsAtAsync(CallOf(http), id, at, http.RequestAborted).ConfigureAwait(false) is { } ids)
            await JsonCall.SendAsync(http, StewardshipViews.Of(ids), StewardshipJson.Default.CrossReferenceJson).ConfigureAwait(false);
        else
            await UnknownAsync(http, "The id was not known then.").ConfigureAwait(false);
    }

    async Task LinkAsync(HttpContext http)
    {
        if (await JsonCall.ReadAsync(http, StewardshipJson.Default.LinkRequest).ConfigureAwait(false) is not { } request) return;
        if (await IdAsync(http, "id", request.Id).ConfigureAwait(false) is not { } id) return;
        if (await IdAsync(http, "into", request.Into).ConfigureAwait(false) is not { } into) return;
        if (await CommentAsync(http, request.Comment).ConfigureAwait(false) is not { } comment) return;
        await SendAsync(http, await stewardship.LinkAsync(CallOf(http), id, into, comment, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task SplitAsync(HttpContext http)
    {
        if (await JsonCall.ReadAsync(http, StewardshipJson.Default.SplitRequest).ConfigureAwait(false) is not { } request) return;
        if (await IdAsync(http, "record", request.Record).ConfigureAwait(false) is not { } record) return;
        if (await CommentAsync(http, request.Comment).ConfigureAwait(false) is not { } comment) return;
        await SendAsync(http, await stewardship.SplitAsync(CallOf(http), record, comment, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task RejectAsync(HttpContext http)
    {
        if (await JsonCall.ReadAsync(http, StewardshipJson.Default.RejectRequest).ConfigureAwait(false) is not { } request) return;
        if (await IdAsync(http, "record", request.Record).ConfigureAwait(false) is not { } record) return;
        if (await IdAsync(http, "other", request.Other).ConfigureAwait(false) is not { } other) return;
        if (await CommentAsync(http, request.Comment).ConfigureAwait(false) is not { } comment) return;
        await SendAsync(http, await stewardship.RejectAsync(CallOf(http), record, other, comment, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    async Task UndoAsync(HttpContext http)
    {
        if (await ReadCommentAsync(http).ConfigureAwait(false) is not { } comment) return;
        await SendAsync(
            http, await stewardship.UndoAsync(CallOf(http), JsonCall.NumberOf(http, "number"), comment, http.RequestAborted).ConfigureAwait(false)).ConfigureAwait(false);
    }

    const string UnknownId = "The id is not known.";

    async Task<string?> ReadCommentAsync(HttpContext http) =>
        await JsonCall.ReadAsync(http, StewardshipJson.Default.CommentRequest).ConfigureAwait(false) is { } request
            ? await CommentAsync(http, request.Comment).ConfigureAwait(false)
            : null;

    static async Task<string?> CommentAsync(HttpContext http, string? comment)
    {
        if (!string.IsNullOrWhiteSpace(comment) && comment.Length <= MaxComment) return comment;
        await JsonCall.RefuseAsync(
            http, StatusCodes.Status400BadRequest, "comment", $"A decision has a comment of at most {MaxComment} characters.").ConfigureAwait(false);
        return null;
    }

    static Task<PatientId?> QueriedIdAsync(HttpContext http, string name) => IdAsync(http, name, http.Request.Query[name]);

    static async Task<PatientId?> IdAsync(HttpContext http, string name, string? text)
    {
        if (PatientId.TryParse(text, out var id, out var problem)) return id;
        await JsonCall.RefuseAsync(http, StatusCodes.Status400BadRequest, name, $"{name} {problem}.").ConfigureAwait(false);
        return null;
    }

    static Task UnknownAsync(HttpContext http, string problem) => JsonCall.RefuseAsync(http, StatusCodes.Status404NotFound, "unknown", problem);

    static Task SendAsync(HttpContext http, StewardOutcome outcome) => outcome.Result switch
    {
        StewardResult.Done or StewardResult.AlreadySo => JsonCall.SendAsync(http, StewardshipViews.Of(outcome), StewardshipJson.Default.OutcomeJson),
        StewardResult.Unknown => UnknownAsync(http, "An id, an event or an item that is named is not known."),
        var refused => JsonCall.RefuseAsync(http, StatusCodes.Status409Conflict, StewardshipViews.NameOf(refused.ToString()), refused switch
        {
            StewardResult.Subsumed => "A record that is named was merged into another one, which stands for it.",
            StewardResult.Decided => "The item was decided before.",
            StewardResult.FedSince => "A later feed of the record has built on the event; undo that one first.",
            StewardResult.ChangedSince => "What the event merged or moved has been merged or moved elsewhere since, or others were merged into the record whose only feed it is; undo that first.",
            _ => "Two different records are needed.",
        }),
    };

    AuditContext CallOf(HttpContext http) => HttpCall.Of(http, node, clock);
}
