using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Model.Identity;
using IheRegistry.Server.Hosting;
using IheRegistry.Store.Notifications;

namespace IheRegistry.Server.Stewardship;

/// <summary><c>/pix/notifications</c>: what consumers of PIX Update Notifications have not been told, and sending it again.</summary>
sealed class NotificationApi(UndeliveredNotifications undelivered, StewardGate gate, AuditingNode node, TimeProvider clock)
{
    const string Path = "/pix/notifications";

    /// <summary>Binds its addresses.</summary>
    internal void Map(WebApplication app)
    {
        app.MapGet(Path, gate.Open(StewardRight.Operate, ListConsumersAsync));
        app.MapGet(Path + "/{consumer}", gate.Open(StewardRight.Operate, ListAsync));
        app.MapPost(Path + "/{id:long}/resend", gate.Open(StewardRight.Operate, ResendAsync));
        app.MapPost(Path + "/resend", gate.Open(StewardRight.Operate, ResendAllAsync));
    }

    async Task ListConsumersAsync(HttpContext http)
    {
        var consumers = await undelivered.ListConsumersAsync(http.RequestAborted).ConfigureAwait(false);
        var answer = new ConsumersJson([.. consumers.Select(c => new ConsumerJson(c.Consumer, c.Waiting, c.GivenUp, c.Lost))]);
        await JsonCall.SendAsync(http, answer, StewardshipJson.Default.ConsumersJson).ConfigureAwait(false);
    }

    async Task ListAsync(HttpContext http)
    {
        if (await JsonCall.PageAsync(http).ConfigureAwait(false) is not var (after, count)) return;
        var items = await undelivered.ListAsync(
            HttpCall.Of(http, node, clock), (string)http.Request.RouteValues["consumer"]!, after, count, http.RequestAborted).ConfigureAwait(false);
        var answer = new NotificationsJson([.. items.Select(item => Of(item.Notification, item.Epid))]);
        await JsonCall.SendAsync(http, answer, StewardshipJson.Default.NotificationsJson).ConfigureAwait(false);
    }

    async Task ResendAsync(HttpContext http)
    {
        if (await undelivered.ResendAsync(HttpCall.Of(http, node, clock), JsonCall.NumberOf(http, "id"), http.RequestAborted).ConfigureAwait(false))
            await JsonCall.SendAsync(http, new ResentJson(1), StewardshipJson.Default.ResentJson).ConfigureAwait(false);
        else
            await JsonCall.RefuseAsync(http, StatusCodes.Status409Conflict, "notResent", "It is not given up, or as many wait as may.").ConfigureAwait(false);
    }

    async Task ResendAllAsync(HttpContext http)
    {
        if (await JsonCall.ReadAsync(http, StewardshipJson.Default.ResendRequest).ConfigureAwait(false) is not { } request) return;
        if (string.IsNullOrWhiteSpace(request.Consumer))
        {
            await JsonCall.RefuseAsync(http, StatusCodes.Status400BadRequest, "consumer", "consumer is missing.").ConfigureAwait(false);
            return;
        }

        var count = await undelivered.ResendAllAsync(HttpCall.Of(http, node, clock), request.Consumer, http.RequestAborted).ConfigureAwait(false);
        await JsonCall.SendAsync(http, new ResentJson(count), StewardshipJson.Default.ResentJson).ConfigureAwait(false);
    }

    static NotificationJson Of(Notification notification, PatientId? epid) => new(
        notification.Row,
        epid?.ToString(),
        notification.ChangedAt,
        notification.GivenUpAt!.Value,
        StewardshipViews.NameOf(notification.Reason!.Value.ToString()),
        notification.Failure,
        notification.Attempts);
}
