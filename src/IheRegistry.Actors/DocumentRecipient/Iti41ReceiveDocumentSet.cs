using System.Buffers;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Model.Rules;
using IheRegistry.Store;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Store.WorkList;
using IheRegistry.Wire.EbXml;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>
/// Provide and Register Document Set-b [ITI-41] as an XDR Document Recipient takes it, with limited metadata or full ones (ITI TF-1 15,
/// TF-2 3.41.4.1.3.1): the submission goes on a work list, where a person says which patient it is for.
/// </summary>
public sealed class Iti41ReceiveDocumentSet(
    IDocumentStore documents, IRegistryStore store, AffinityDomainSource domains, FreeSpaceGuard space, RepositoryLimits limits, TimeProvider clock)
{
    /// <summary>Keeps the submission and its documents, all or nothing. When the answer is Success, they and the audit are durable.</summary>
    /// <param name="call">Who calls.</param>
    /// <param name="request">What is provided.</param>
    /// <param name="cancellationToken">Gives up while documents arrive; what is queued goes on.</param>
    /// <exception cref="IOException">The client broke off, or the store cannot make anything durable; nothing is kept.</exception>
    public async Task<RegistryResponse> ReceiveAsync(AuditContext call, ProvidedDocumentSet request, CancellationToken cancellationToken)
    {
        var errors = new ErrorList();
        SubmissionRules.Check(request.Metadata, new RuleContext(SubmissionKind.ProvideToRecipient, domains.Current), errors);
        ProvidedDocumentRules.Check(request, errors);
        if (space.IsLow)
            errors.Add(XdsErrorCode.XDSRepositoryOutOfResources, "The recipient has no room left; nothing was stored. Try again later.");
        if (errors.HasErrors) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);

        await using var staging = new DocumentStaging(documents, request, limits.MaxDocumentBytes);
        await staging.StageAsync(errors, cancellationToken).ConfigureAwait(false);
        if (errors.HasErrors) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);

        using var committed = await staging.CommitAsync(call.Caller.Institution, errors, cancellationToken).ConfigureAwait(false);
        if (committed is null) return await RefuseAsync(call, request, errors, cancellationToken).ConfigureAwait(false);
        return await KeepAsync(call, request, staging.Digest(), committed, errors).ConfigureAwait(false);
    }

    async Task<RegistryResponse> KeepAsync(
        AuditContext call, ProvidedDocumentSet request, byte[] digest, CommittedDocuments committed, ErrorList errors)
    {
        RecipientWarnings.Add(request.Metadata, errors);
        var item = Item(request.Metadata, committed);
        var origin = new WorkItemOrigin($"{call.Caller.Institution}/{call.Caller.Who}", digest, StoredWarnings.Format(errors));
        var (response, isKept) = await store.WriteAsync(tx => Keep(tx, call, item, origin, errors), CancellationToken.None).ConfigureAwait(false);
        // Refused, or a retry: what no row refers to must not stay.
        if (!isKept) await committed.DiscardAsync(CancellationToken.None).ConfigureAwait(false);
        return response;
    }

    // Runs in the store's transaction.
    static (RegistryResponse Response, bool IsKept) Keep(
        IRegistryTransaction tx, AuditContext call, WorkItem item, WorkItemOrigin origin, ErrorList errors)
    {
        var prior = tx.FindWorkItem(item.SubmissionSetUniqueId);
        var response = prior is null ? RegistryResponse.From(errors) : AnswerAgain(item, origin, prior);
        if (prior is null) tx.AddWorkItem(item, origin);
        var audited = new AuditedSubmission(item.SubmissionSetUniqueId, item.PatientId);
        tx.Audit([AuditRecording.Of(Iti41ProvideAndRegisterAudit.Of(call, audited, RegistrationAudit.Outcome(response)))]);
        return (response, prior is null);
    }

    // A retry gets the original answer; anything else under a known uniqueId is none.
    static RegistryResponse AnswerAgain(WorkItem item, WorkItemOrigin origin, WorkItemOrigin prior) =>
        prior.By == origin.By && prior.Digest.Span.SequenceEqual(origin.Digest.Span)
            ? new RegistryResponse(ResponseStatus.Success, StoredWarnings.Parse(prior.Warnings))
            : RegistryResponse.Failure(
                XdsErrorCode.XDSDuplicateUniqueIdInRegistry,
                $"SubmissionSet.uniqueId '{item.SubmissionSetUniqueId}' was used before for another submission (ITI TF-3 table 4.2.4.1-2).");

    WorkItem Item(RegistryObjectList metadata, CommittedDocuments committed)
    {
        var set = metadata.Objects.First(o => o.Identifier(SchemeUuids.SubmissionSetUniqueId) is not null);
        var entries = metadata.Objects.Where(o => o.Element == EbrimElement.ExtrinsicObject);
        return new WorkItem
        {
            SubmissionSetUniqueId = set.Identifier(SchemeUuids.SubmissionSetUniqueId)!,
            At = clock.GetUtcNow(),
            SourceId = set.Identifier(SchemeUuids.SourceId),
            PatientId = set.Identifier(SchemeUuids.SubmissionSetPatientId),
            IsLimited = metadata.Objects.Any(o => o.Classifications.Any(c => SchemeUuids.IsLimitedMetadata(c.Node))),
            Metadata = Written(metadata),
            Documents = [.. entries.Zip(committed.Contents, Document)],
        };
    }

    static WorkDocument Document(RegistryObject entry, StoredContent content) => new(
        entry.Id!, entry.Identifier(SchemeUuids.DocumentEntryUniqueId)!, entry.MimeType!, new ContentKey(content.Owner, content.Sha256, content.Size));

    static ReadOnlyMemory<byte> Written(RegistryObjectList metadata)
    {
        var output = new ArrayBufferWriter<byte>();
        var xml = new Utf8XmlWriter(output);
        SubmitObjectsRequest.Write(xml, metadata.Objects);
        xml.Flush();
        return output.WrittenMemory;
    }

    async Task<RegistryResponse> RefuseAsync(
        AuditContext call, ProvidedDocumentSet request, ErrorList errors, CancellationToken cancellationToken)
    {
        var response = RegistryResponse.From(errors);
        var audited = Iti41ProvideAndRegisterAudit.Of(call, SubmissionFacts.Of(request.Metadata), RegistrationAudit.Outcome(response));
        await store.AuditAsync([AuditRecording.Of(audited)], cancellationToken).ConfigureAwait(false);
        return response;
    }
}
