using Microsoft.Extensions.Logging;

namespace IheRegistry.Wire.Mllp;

/// <summary>The log lines of MLLP connections. Bytes of messages are never among them.</summary>
static partial class MllpLog
{
    [LoggerMessage(2101, LogLevel.Information, "MLLP connection {ConnectionId} refused: {Refusal}")]
    public static partial void Refused(ILogger logger, string connectionId, MllpRefusal refusal);

    [LoggerMessage(2102, LogLevel.Debug, "MLLP connection {ConnectionId} was idle and is closed")]
    public static partial void Idle(ILogger logger, string connectionId);

    [LoggerMessage(2103, LogLevel.Error, "A message of MLLP connection {ConnectionId} failed")]
    public static partial void HandlerFailed(ILogger logger, Exception exception, string connectionId);

    [LoggerMessage(2104, LogLevel.Warning, "MLLP connection {ConnectionId} is closed: the peer does not take its answers")]
    public static partial void AnswerNotTaken(ILogger logger, string connectionId);
}
