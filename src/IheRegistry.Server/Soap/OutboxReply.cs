using System.IO.Pipelines;
using IheRegistry.Store.Outbox;

namespace IheRegistry.Server.Soap;

/// <summary>
/// An answer to an address of its own (ITI TF-2 V.5): kept in the outbox, and only then is the request acknowledged with 202 Accepted and
/// nothing else, the response that the HTTP binding of one-way messages has for it (SOAP 1.2 part 3).
/// </summary>
sealed class OutboxReply(HttpContext http, AnswerDraft draft, Func<AnswerDraft, Task> keep) : ISoapReply
{
    /// <inheritdoc />
    public PipeWriter Output => draft.Output;

    /// <inheritdoc />
    public string ContentType
    {
        set => draft.ContentType = value;
    }

    /// <inheritdoc />
    public bool TryStartOver()
    {
        draft.StartOver();
        return true;
    }

    /// <inheritdoc />
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        // Kept also when the sender has gone by now: the work is done, and its answer is known.
        await keep(draft).ConfigureAwait(false);
        http.Response.StatusCode = StatusCodes.Status202Accepted;
        http.Response.ContentLength = 0;
    }

    /// <inheritdoc />
    public void Dispose() => draft.Dispose();
}
