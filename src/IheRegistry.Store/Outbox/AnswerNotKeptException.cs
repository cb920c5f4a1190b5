namespace IheRegistry.Store.Outbox;

/// <summary>An answer cannot be kept: there is no room for it in the outbox, or it could not be made durable. Nothing of it is kept.</summary>
public sealed class AnswerNotKeptException(Exception? cause = null) : IOException("The answer cannot be kept.", cause);
