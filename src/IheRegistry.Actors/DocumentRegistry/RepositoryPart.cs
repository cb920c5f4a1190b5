using IheRegistry.Actors.Audit;
using IheRegistry.Model.Access;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRegistry;

/// <summary>What a Document Repository in the same process adds to a registration, so that both commit or neither does.</summary>
/// <param name="Documents">The repository's rows for an accepted submission.</param>
/// <param name="Audit">The repository's own events for an outcome.</param>
/// <param name="Source">Who provided the documents: the registry's own caller is the repository. Null when there is no repository.</param>
sealed record RepositoryPart(
    Func<Submission, IReadOnlyList<StoredDocument>> Documents,
    Func<AuditedSubmission, AuditOutcome, IEnumerable<AuditEvent>> Audit,
    Caller? Source)
{
    /// <summary>What the repository writes in the same commit beside its rows.</summary>
    internal Action<IRegistryTransaction> WriteBeside { get; init; } = _ => { };

    /// <summary>There is no repository: the submission came by ITI-42.</summary>
    internal static RepositoryPart None { get; } = new(_ => [], (_, _) => [], null);
}
