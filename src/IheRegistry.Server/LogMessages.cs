using IheRegistry.Store.Documents;

namespace IheRegistry.Server;

/// <summary>Every line that the server's own code logs. Patient data never appear here.</summary>
static partial class LogMessages
{
    [LoggerMessage(1001, LogLevel.Information, "Affinity domain reloaded from {Path}: {Name}")]
    internal static partial void AffinityDomainReloaded(this ILogger logger, string path, string name);

    [LoggerMessage(1002, LogLevel.Error, "Affinity domain is wrong and the old one stays in force: {Problem}")]
    internal static partial void AffinityDomainRefused(this ILogger logger, string problem);

    [LoggerMessage(1003, LogLevel.Error, "Affinity domain cannot be read any more and the old one stays in force: {Problem}")]
    internal static partial void AffinityDomainUnreadable(this ILogger logger, string problem);

    [LoggerMessage(1101, LogLevel.Information, "Request {Reference}: the client has gone")]
    internal static partial void ClientGone(this ILogger logger, string reference);

    [LoggerMessage(1102, LogLevel.Information, "Request {Reference}: broken on the HTTP level, status {Status}")]
    internal static partial void RequestBroken(this ILogger logger, string reference, int status);

    [LoggerMessage(1103, LogLevel.Warning, "Request {Reference}: refused, {Reason}")]
    internal static partial void RequestRefused(this ILogger logger, string reference, string reason);

    [LoggerMessage(1104, LogLevel.Error, "{Transaction} request {Reference} failed")]
    internal static partial void RequestFailed(this ILogger logger, Exception error, string transaction, string reference);

    [LoggerMessage(1105, LogLevel.Critical, "An audit event could not be stored")]
    internal static partial void AuditLost(this ILogger logger, Exception error);

    [LoggerMessage(1106, LogLevel.Information, "Orphan sweep: {TemporaryFiles} temporary files and {Orphans} documents without a row removed")]
    internal static partial void Swept(this ILogger logger, int temporaryFiles, int orphans);

    [LoggerMessage(1109, LogLevel.Error, "The bytes of removed documents could not be erased; it is tried again")]
    internal static partial void ErasureFailed(this ILogger logger, Exception error);

    [LoggerMessage(1201, LogLevel.Error, "Document {Sha256} of {Owner} is damaged: {Fault}")]
    internal static partial void DocumentDamaged(this ILogger logger, string owner, string sha256, ContentFault fault);

    [LoggerMessage(1202, LogLevel.Information, "Scrub: {Documents} documents read, {Damaged} are damaged")]
    internal static partial void Scrubbed(this ILogger logger, int documents, int damaged);

    [LoggerMessage(1203, LogLevel.Warning, "The position of the scrub could not be kept")]
    internal static partial void ScrubNotSaved(this ILogger logger, Exception error);

    [LoggerMessage(1108, LogLevel.Warning, "Request {Reference}: its answer could not be kept")]
    internal static partial void AnswerNotKept(this ILogger logger, Exception error, string reference);

    [LoggerMessage(1301, LogLevel.Information, "{Transaction} answer to {Receiver}: attempt {Attempt} failed, {Failure}")]
    internal static partial void AnswerPutOff(this ILogger logger, string transaction, string receiver, int attempt, string failure);

    [LoggerMessage(1302, LogLevel.Error, "{Transaction} answer to {Receiver}, which relates to {RelatesTo}, is given up after {Attempts} attempts: {Failure}")]
    internal static partial void AnswerGivenUp(
        this ILogger logger, string transaction, string receiver, string relatesTo, int attempts, string failure);

    [LoggerMessage(1303, LogLevel.Error, "What came of an answer to {Receiver} could not be written down")]
    internal static partial void AnswerNotNoted(this ILogger logger, Exception error, string receiver);

    [LoggerMessage(1107, LogLevel.Error, "A Patient Identity Feed message could not be stored")]
    internal static partial void FeedFailed(this ILogger logger, Exception error);

    [LoggerMessage(1401, LogLevel.Warning, "Consumer {Consumer} of update notifications cannot be told: {Failure}; it is tried again and again")]
    internal static partial void ConsumerSilent(this ILogger logger, string consumer, string failure);

    [LoggerMessage(1402, LogLevel.Information, "Consumer {Consumer} of update notifications is back")]
    internal static partial void ConsumerBack(this ILogger logger, string consumer);

    [LoggerMessage(1403, LogLevel.Error, "Consumer {Consumer} has refused update notification {Row}: {Failure}; it is listed as given up")]
    internal static partial void NotificationRefused(this ILogger logger, string consumer, long row, string failure);

    [LoggerMessage(1404, LogLevel.Error, "{Count} update notifications to consumer {Consumer} have expired and are listed as given up: {Failure}")]
    internal static partial void NotificationsExpired(this ILogger logger, string consumer, int count, string failure);

    [LoggerMessage(1405, LogLevel.Error, "What came of update notifications to {Consumer} could not be written down")]
    internal static partial void NotificationNotNoted(this ILogger logger, Exception error, string consumer);
}
