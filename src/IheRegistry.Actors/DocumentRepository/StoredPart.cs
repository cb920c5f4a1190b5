using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository;

/// <summary>What the repository adds to a registration: its rows and its events.</summary>
sealed class StoredPart(AuditContext call, CommittedDocuments committed, DateTimeOffset at)
{
    /// <summary>The repository's own call to the registry, which is in this process.</summary>
    internal AuditContext RegistryCall { get; } = call.Relayed(
        call.EndpointUri.Replace(Transactions.RepositoryPath, Transactions.RegistryPath, StringComparison.Ordinal), call.ServiceAddress);

    /// <summary>True once the rows were handed over to be committed.</summary>
    internal bool IsRegistered { get; private set; }

    internal RepositoryPart ToRepositoryPart() => new(Rows, Audit, call.Caller);

    IReadOnlyList<StoredDocument> Rows(Submission submission)
    {
        IsRegistered = true;
        return [.. submission.DocumentEntries.Zip(committed.Contents, (entry, content) => Row(entry, content, at))];
    }

    internal static StoredDocument Row(DocumentEntry entry, StoredContent content, DateTimeOffset at) => new()
    {
        UniqueId = entry.UniqueId,
        Owner = content.Owner,
        Sha256 = content.Sha256,
        Sha1 = content.Sha1,
        Size = content.Size,
        MimeType = entry.MimeType,
        PatientId = entry.PatientId.ToString(),
        EntryUuid = entry.EntryUuid,
        ConfidentialityCode = string.Join(' ', entry.ConfidentialityCodes),
        At = at,
    };

    IEnumerable<AuditEvent> Audit(AuditedSubmission submission, AuditOutcome outcome) =>
    [
        Iti41ProvideAndRegisterAudit.Of(call, submission, outcome),
        Iti42RegisterDocumentSetAudit.ByRepository(RegistryCall, submission, outcome),
    ];
}
