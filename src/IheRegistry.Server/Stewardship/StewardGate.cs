using IheRegistry.Actors.Audit;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Server.Hosting;

namespace IheRegistry.Server.Stewardship;

/// <summary>What every address below <c>/pix</c> for stewards passes: who has no right to it gets 403, and that is audited.</summary>
sealed class StewardGate(IdentityStewardship stewardship, AuditingNode node, TimeProvider clock, ILogger<StewardGate> logger)
{
    /// <summary>An endpoint behind the gate.</summary>
    internal RequestDelegate Open(StewardRight right, Func<HttpContext, Task> answer) => http => JsonCall.AnswerAsync(http, logger, async call =>
    {
        var context = HttpCall.Of(call, node, clock);
        if (right.IsGrantedTo(context.Caller))
        {
            await answer(call).ConfigureAwait(false);
            return;
        }

        await stewardship.RefusedAsync(context, call.RequestAborted).ConfigureAwait(false);
        await JsonCall.RefuseAsync(call, StatusCodes.Status403Forbidden, "notAllowed", "Your role does not allow this.").ConfigureAwait(false);
    });
}
