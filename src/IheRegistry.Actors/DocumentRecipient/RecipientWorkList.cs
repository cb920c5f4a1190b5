using System.Runtime.CompilerServices;
using System.Xml;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Registry;
using IheRegistry.Store.WorkList;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Actors.DocumentRecipient;

/// <summary>The submissions that wait for a person to match them to a patient.</summary>
public sealed class RecipientWorkList(Iti41ProvideAndRegister repository, IDocumentStore documents, IRegistryStore store, TimeProvider clock) : IDisposable
{
    // One decision at a time: nobody registers what somebody else is just rejecting.
    readonly SemaphoreSlim _deciding = new(1, 1);

    /// <summary>Items in a state, oldest first, from just after one; the look is audited before it is granted.</summary>
    public async Task<IReadOnlyList<WorkItem>> ListAsync(
        AuditContext call, WorkItemState state, long after, int most, CancellationToken cancellationToken)
    {
        var items = await store.ListWorkItemsAsync(state, after, most, cancellationToken).ConfigureAwait(false);
        await store.AuditAsync([WorkListAudit.Of(call, EventAction.Read, items, AuditOutcome.Success)], cancellationToken).ConfigureAwait(false);
        return items;
    }

    /// <summary>One item, audited likewise; null where there is none.</summary>
    public async Task<WorkItem?> FindAsync(AuditContext call, long row, CancellationToken cancellationToken)
    {
        if (await store.FindWorkItemAsync(row, cancellationToken).ConfigureAwait(false) is not { } item) return null;
        await store.AuditAsync([WorkListAudit.Of(call, EventAction.Read, [item], AuditOutcome.Success)], cancellationToken).ConfigureAwait(false);
        return item;
    }

    /// <summary>Reads the metadata of an item.</summary>
    public static RegistryObjectList MetadataOf(WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        using var xml = XmlReader.Create(new MemoryStream(item.Metadata.ToArray()));
        xml.MoveToContent();
        return SubmitObjectsRequest.Read(xml) ?? throw new InvalidOperationException($"Item {item.Row} holds no metadata.");
    }

    /// <summary>
    /// Registers an item for a patient, as if a Document Source had provided it so. The item leaves the work list in the commit that registers it.
    /// </summary>
    public Task<WorkListOutcome> ResolveAsync(AuditContext call, long row, WorkItemMatch match, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(match);
        return DecideAsync(
            row,
            item => ResolveAsync(call, item, match, cancellationToken),
            decided => decided == (WorkItemState.Registered, match.PatientId),
            cancellationToken);
    }

    /// <summary>Rejects an item: its metadata and the reason are kept, its documents are not.</summary>
    public Task<WorkListOutcome> RejectAsync(AuditContext call, long row, string reason, CancellationToken cancellationToken) =>
        DecideAsync(row, item => RejectAsync(call, item, reason), decided => decided == (WorkItemState.Rejected, reason), cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _deciding.Dispose();

    // The same decision again is done already.
    async Task<WorkListOutcome> DecideAsync(
        long row, Func<WorkItem, Task<WorkListOutcome>> decide, Func<(WorkItemState State, string Text), bool> isSame, CancellationToken cancellationToken)
    {
        await _deciding.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await store.FindWorkItemAsync(row, cancellationToken).ConfigureAwait(false) is not { } item)
                return WorkListOutcome.Of(WorkListOutcomeKind.Missing);
            if (item.Decision is { } decision)
                return WorkListOutcome.Of(isSame((item.State, decision.Text)) ? WorkListOutcomeKind.Done : WorkListOutcomeKind.Decided);
            return await decide(item).ConfigureAwait(false);
        }
        finally
        {
            _deciding.Release();
        }
    }

    async Task<WorkListOutcome> ResolveAsync(AuditContext call, WorkItem item, WorkItemMatch match, CancellationToken cancellationToken)
    {
        var metadata = MatchedMetadata.Of(MetadataOf(item), match);
        var request = new ProvidedDocumentSet(metadata, [.. item.Documents.Select(document => document.EntryId)], Stored(item, cancellationToken));
        var matched = item with { PatientId = match.PatientId };
        var response = await repository.ProvideAndRegisterAsync(
            RepositoryCall(call), request, tx => NoteRegistered(tx, call, matched), cancellationToken).ConfigureAwait(false);
        if (response.Status == ResponseStatus.Success)
        {
            // The same had been registered otherwise: as for a retry, nothing was written then.
            await store.WriteAsync(tx => NoteRegistered(tx, call, matched), CancellationToken.None).ConfigureAwait(false);
            await DropAsync(item).ConfigureAwait(false);
            return new WorkListOutcome(WorkListOutcomeKind.Done, response.Errors);
        }

        var failed = WorkListAudit.Of(call, EventAction.Update, [matched], RegistrationAudit.Outcome(response));
        await store.AuditAsync([failed], CancellationToken.None).ConfigureAwait(false);
        return new WorkListOutcome(WorkListOutcomeKind.Refused, response.Errors);
    }

    bool NoteRegistered(IRegistryTransaction tx, AuditContext call, WorkItem matched)
    {
        var isNew = tx.DecideWorkItem(matched.Row, WorkItemState.Registered, Decision(call, matched.PatientId!));
        if (isNew) tx.Audit([WorkListAudit.Of(call, EventAction.Update, [matched], AuditOutcome.Success)]);
        return isNew;
    }

    async Task<WorkListOutcome> RejectAsync(AuditContext call, WorkItem item, string reason)
    {
        await store.WriteAsync(
            tx =>
            {
                tx.Audit([WorkListAudit.Of(call, EventAction.Delete, [item], AuditOutcome.Success)]);
                return tx.DecideWorkItem(item.Row, WorkItemState.Rejected, Decision(call, reason));
            },
            CancellationToken.None).ConfigureAwait(false);
        await DropAsync(item).ConfigureAwait(false);
        return WorkListOutcome.Of(WorkListOutcomeKind.Done);
    }

    // What nothing else refers to goes; after a kill before this, the next sweep takes it.
    async Task DropAsync(WorkItem item)
    {
        foreach (var content in item.Documents.Select(document => document.Content).Distinct())
            await documents.RemoveAsync(content.Owner, content.Sha256, CancellationToken.None).ConfigureAwait(false);
    }

    async IAsyncEnumerable<IncomingDocument> Stored(WorkItem item, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var document in item.Documents)
        {
            var opened = await documents.OpenAsync(document.Content, cancellationToken).ConfigureAwait(false);
            // Reported as missing, as any document is that does not come.
            if (!opened.IsOpen) continue;
            await using (opened.Content.ConfigureAwait(false)) yield return new IncomingDocument(document.EntryId, opened.Content);
        }
    }

    WorkDecision Decision(AuditContext call, string text) => new(clock.GetUtcNow(), call.Caller.Who, text);

    // The recipient is the repository's own Document Source: who decides is its caller.
    static AuditContext RepositoryCall(AuditContext call)
    {
        var endpoint = new Uri(new Uri(call.EndpointUri), Transactions.RepositoryPath).ToString();
        return call.Relayed(endpoint, call.ServiceAddress) with { Caller = call.Caller };
    }
}
