using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>
/// What the repository adds to the registration of a snapshot: its row, its event as the registry's client (ITI TF-2 3.42.5.1.1), and that
/// this is now what the on-demand entry's content is. It provides the document itself.
/// </summary>
sealed class SnapshotPart(AuditContext call, CommittedDocuments committed, AssembledDocument assembled)
{
    /// <summary>The repository's own call to the registry, which is in this process.</summary>
    internal AuditContext RegistryCall { get; } = call.Relayed(
        call.EndpointUri.Replace(Transactions.RepositoryPath, Transactions.RegistryPath, StringComparison.Ordinal), call.ServiceAddress);

    internal RepositoryPart ToRepositoryPart() => new(
        Rows, (submission, outcome) => [Iti42RegisterDocumentSetAudit.ByRepository(RegistryCall, submission, outcome)], RegistryCall.Caller)
    {
        WriteBeside = tx => tx.Remember(assembled),
    };

    IReadOnlyList<StoredDocument> Rows(Submission submission) =>
        [.. submission.DocumentEntries.Zip(committed.Contents, (entry, content) => StoredPart.Row(entry, content, assembled.At))];
}
