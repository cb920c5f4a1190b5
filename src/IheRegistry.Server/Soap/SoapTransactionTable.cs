using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRecipient;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Model.Metadata.Ebrim;
using IheRegistry.Wire.EbXml;

namespace IheRegistry.Server.Soap;

/// <summary>What each transaction's request is on the wire and which method of its actor takes it. ITI-43, which streams, has a class of its own.</summary>
static class SoapTransactionTable
{
    /// <summary>Registry Stored Query (ITI TF-2 3.18.4).</summary>
    internal static ISoapTransaction Iti18(Iti18RegistryStoredQuery actor, AffinityDomainSource domains) =>
        new StoredQuerySoap(Transactions.Iti18, actor.QueryAsync, Iti18RegistryStoredQueryAudit.Of, domains);

    /// <summary>Provide and Register Document Set-b to a Document Repository (ITI TF-2 3.41.4).</summary>
    internal static ISoapTransaction Iti41(Iti41ProvideAndRegister actor) => Provide(Transactions.Iti41, actor.ProvideAndRegisterAsync);

    /// <summary>Provide and Register Document Set-b to a Document Recipient (ITI TF-2 3.41.4).</summary>
    internal static ISoapTransaction Iti41Recipient(Iti41ReceiveDocumentSet actor) => Provide(Transactions.Iti41Recipient, actor.ReceiveAsync);

    /// <summary>Register Document Set-b (ITI TF-2 3.42.4).</summary>
    internal static ISoapTransaction Iti42(Iti42RegisterDocumentSet actor) =>
        Submit(Transactions.Iti42, actor.RegisterAsync, Iti42RegisterDocumentSetAudit.ByRegistry);

    /// <summary>Multi-Patient Stored Query (ITI TF-2 3.51.4).</summary>
    internal static ISoapTransaction Iti51(Iti51MultiPatientStoredQuery actor, AffinityDomainSource domains) =>
        new StoredQuerySoap(Transactions.Iti51, actor.QueryAsync, Iti51MultiPatientStoredQueryAudit.Of, domains);

    /// <summary>Update Document Set (ITI TF Supplement XDS Metadata Update, 3.57.4).</summary>
    internal static ISoapTransaction Iti57(Iti57UpdateDocumentSet actor) =>
        Submit(Transactions.Iti57, actor.UpdateAsync, Iti57UpdateDocumentSetAudit.ByRegistry);

    /// <summary>Register On-Demand Document Entry (ITI TF-2 3.61.4).</summary>
    internal static ISoapTransaction Iti61(Iti61RegisterOnDemandDocumentEntry actor) =>
        Submit(Transactions.Iti61, actor.RegisterAsync, Iti61RegisterOnDemandDocumentEntryAudit.ByRegistry);

    /// <summary>Remove Metadata (ITI TF Supplement RMD, 3.62.4).</summary>
    internal static ISoapTransaction Iti62(Iti62RemoveMetadata actor) => new RegistryResponseSoap<RemoveObjectsRequest>(
        Transactions.Iti62,
        FailureCodes.Registry,
        static (exchange, _) => exchange.ReadBody(RemoveObjectsRequest.Read),
        actor.RemoveAsync,
        static (call, outcome) => Iti62RemoveMetadataAudit.Of(call, [], outcome));

    /// <summary>Remove Documents (ITI TF Supplement RMD, 3.86.4).</summary>
    internal static ISoapTransaction Iti86(Iti86RemoveDocuments actor) => new RegistryResponseSoap<IReadOnlyList<DocumentRequest>>(
        Transactions.Iti86,
        FailureCodes.Repository,
        static (exchange, _) => exchange.ReadBody(RemoveDocumentsRequest.Read),
        actor.RemoveAsync,
        static (call, outcome) => Iti86RemoveDocumentsAudit.Of(call, [], outcome.Description));

    /// <summary>Restricted Update Document Set (ITI TF Supplement RMU, 3.92.4).</summary>
    internal static ISoapTransaction Iti92(Iti92RestrictedUpdateDocumentSet actor) =>
        Submit(Transactions.Iti92, actor.UpdateAsync, Iti92RestrictedUpdateDocumentSetAudit.ByRegistry);

    // A SubmitObjectsRequest to the registry, whatever is meant by it.
    static RegistryResponseSoap<RegistryObjectList> Submit(
        Transaction transaction,
        Func<AuditContext, RegistryObjectList, CancellationToken, Task<RegistryResponse>> act,
        Func<AuditContext, AuditedSubmission, AuditOutcome, AuditEvent> audit) => new(
        transaction,
        FailureCodes.Registry,
        static (exchange, _) => exchange.ReadBody(SubmitObjectsRequest.Read),
        act,
        (call, outcome) => [audit(call, AuditedSubmission.Unknown, outcome)]);

    static RegistryResponseSoap<ProvidedDocumentSet> Provide(
        Transaction transaction, Func<AuditContext, ProvidedDocumentSet, CancellationToken, Task<RegistryResponse>> act) => new(
        transaction,
        FailureCodes.Repository,
        ProvidedMessage.Read,
        act,
        static (call, outcome) => [Iti41ProvideAndRegisterAudit.Of(call, AuditedSubmission.Unknown, outcome)]);
}
