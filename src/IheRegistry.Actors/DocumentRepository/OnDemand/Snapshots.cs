using System.Runtime.InteropServices;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Metadata.Mapping;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>Keeps assembled documents: the Persistence of Retrieved Documents Option (ITI TF-2 3.43.4.2.3).</summary>
sealed class Snapshots(IDocumentStore documents, Iti42RegisterDocumentSet registry, OnDemandEntries entries)
{
    /// <summary>
    /// Stores the bytes and registers them as a snapshot, all or nothing, as ITI-41 does it: when this returns the snapshot, it is
    /// durable. Null, and an error, when it was refused.
    /// </summary>
    internal async Task<AssembledDocument?> RegisterAsync(
        AuditContext call,
        SummaryPlan plan,
        AssembledDocument assembled,
        AssembledDocument? last,
        ReadOnlyMemory<byte> bytes,
        ErrorList errors,
        CancellationToken cancellationToken)
    {
        var contentType = await entries.ContentTypeAsync(plan.Entry, cancellationToken).ConfigureAwait(false);
        var replaced = last?.SnapshotUuid is { } before && await entries.IsApprovedAsync(before, cancellationToken).ConfigureAwait(false) ? before : null;
        var outcome = await documents.StageAsync(AsStream(bytes), cancellationToken).ConfigureAwait(false);
        if (!outcome.IsStaged) return Refuse(plan, outcome.Refusal.Value, errors);
        await using var staged = outcome.Document;

        var metadata = SnapshotSubmission.Of(plan, assembled.UniqueId, staged, contentType, replaced, assembled.At).ToEbrim();
        var findings = new ErrorList();
        if (SubmissionReader.Read(metadata, new RuleContext(SubmissionKind.Register, plan.Domain), findings) is not { } submission)
            return Refuse(plan, findings, errors);

        // Bytes of the repository's own making: its own place.
        var committing = await documents.CommitAsync(plan.Domain.RepositoryUniqueId, [staged], cancellationToken).ConfigureAwait(false);
        if (!committing.IsCommitted) return Refuse(plan, committing.Refusal.Value, errors);
        using var committed = committing.Documents;

        var kept = assembled with { SnapshotUuid = submission.DocumentEntries[0].EntryUuid };
        var response = await RegisterAsync(new SnapshotPart(call, committed, kept), submission, metadata, committed, findings).ConfigureAwait(false);
        return response.Status == ResponseStatus.Success ? kept : Refuse(plan, findings, errors);
    }

    async Task<RegistryResponse> RegisterAsync(
        SnapshotPart part, Submission submission, RegistryObjectList metadata, CommittedDocuments committed, ErrorList findings)
    {
        try
        {
            // The rows and the registration commit together; once queued they are not called off.
            var response = await registry.RegisterAsync(
                part.RegistryCall,
                submission,
                SubmissionKind.Register,
                Convert.FromHexString(SubmissionDigest.Of(metadata)),
                part.ToRepositoryPart(),
                findings,
                CancellationToken.None).ConfigureAwait(false);
            if (response.Status != ResponseStatus.Success) await committed.DiscardAsync(CancellationToken.None).ConfigureAwait(false);
            return response;
        }
        catch (Exception failure) when (failure is not StoreUnavailableException)
        {
            // Nothing was registered. Not so sure where the disk failed: rows may come back at the next start, so the document stays.
            await committed.DiscardAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    static AssembledDocument? Refuse(SummaryPlan plan, ErrorList findings, ErrorList errors)
    {
        var uniqueId = plan.Entry.Entry.UniqueId;
        errors.Add(
            XdsErrorCode.XDSRepositoryError,
            $"The document assembled for the on-demand entry with uniqueId '{uniqueId}' could not be registered: {findings.First().Context}",
            uniqueId);
        return null;
    }

    static AssembledDocument? Refuse(SummaryPlan plan, WriteRefusal refusal, ErrorList errors)
    {
        var uniqueId = plan.Entry.Entry.UniqueId;
        errors.Add(
            refusal == WriteRefusal.LowDisk ? XdsErrorCode.XDSRepositoryOutOfResources : XdsErrorCode.XDSRepositoryError,
            $"The document assembled for the on-demand entry with uniqueId '{uniqueId}' cannot be kept at present. Try again later.",
            uniqueId);
        return null;
    }

    static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
