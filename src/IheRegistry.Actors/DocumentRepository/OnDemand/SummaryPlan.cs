using System.Security.Cryptography;
using System.Text;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Metadata;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>What goes into a summary, known from metadata alone, before any document is opened.</summary>
/// <param name="Entry">The on-demand entry.</param>
/// <param name="Sources">The patient's documents, newest first.</param>
/// <param name="Unlisted">How many older ones there are.</param>
/// <param name="Domain">The affinity domain, whose name the document carries.</param>
sealed record SummaryPlan(OnDemandEntry Entry, IReadOnlyList<PlannedSource> Sources, int Unlisted, AffinityDomain Domain)
{
    // Counts up with everything that makes the same documents another summary: the writer, the bounds.
    const string Assembler = "1";

    /// <summary>SHA-256 over all that decides what the document says: while it stays the same, nothing has changed.</summary>
    internal byte[] Digest(OnDemandLimits limits)
    {
        var text = new StringBuilder();
        text.AppendJoin('\n', Assembler, limits, Domain.Name, Domain.HomeCommunityId, Domain.RepositoryUniqueId, Entry.Entry.EntryUuid, Entry.Patient, Unlisted);
        foreach (var source in Sources)
            text.Append('\n').AppendJoin(' ', source.Entry.EntryUuid, source.Row?.Sha256.ToString() ?? "-", source.Reason?.ToString() ?? "-");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}

/// <summary>A document of the patient in a plan.</summary>
/// <param name="Entry">Its metadata.</param>
/// <param name="Row">The repository's row of it; null when the repository has none.</param>
/// <param name="Reason">Why it will not be merged; null when it is to be read.</param>
sealed record PlannedSource(DocumentEntry Entry, StoredDocument? Row, NotMerged? Reason);
