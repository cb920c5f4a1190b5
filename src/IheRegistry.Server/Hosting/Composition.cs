using System.Globalization;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRecipient;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Actors.DocumentRepository;
using IheRegistry.Actors.DocumentRepository.OnDemand;
using IheRegistry.Actors.PatientDemographicsSupplier;
using IheRegistry.Actors.PatientIdentifierManager;
using IheRegistry.Actors.PatientIdentifierManager.Feeds;
using IheRegistry.Actors.PatientIdentifierManager.Stewardship;
using IheRegistry.Model;
using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Server.AffinityDomains;
using IheRegistry.Server.Demo;
using IheRegistry.Server.History;
using IheRegistry.Server.Maintenance;
using IheRegistry.Server.Mllp;
using IheRegistry.Server.Notifications;
using IheRegistry.Server.Options;
using IheRegistry.Server.Outbox;
using IheRegistry.Server.Soap;
using IheRegistry.Server.Soap.Hl7v3;
using IheRegistry.Server.Stewardship;
using IheRegistry.Server.WorkList;
using IheRegistry.Store;
using IheRegistry.Store.AuditTrail;
using IheRegistry.Store.Documents;
using IheRegistry.Store.Notifications;
using IheRegistry.Store.Outbox;
using IheRegistry.Store.Patients;
using IheRegistry.Store.Registry;
using IheRegistry.Store.Registry.Queries;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;
using IheRegistry.Wire.Mllp;
using IheRegistry.Wire.Mtom;
using IheRegistry.Wire.Soap;

namespace IheRegistry.Server.Hosting;

/// <summary>Puts the parts together: this is the only place that knows them all.</summary>
static class Composition
{
    internal static void AddServices(IServiceCollection services, ServerOptions options, AffinityDomainFile domain, DataFolder folder)
    {
        services.AddSingleton(options);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(domain);
        services.AddSingleton(domain.Source);
        services.AddHostedService<AffinityDomainReload>();
        AddStores(services, options, folder);
        AddActors(services, options);
        AddPatientActors(services, domain);
        AddOutbox(services, options);
        AddNotifications(services, options);
        AddSoap(services, options, folder);
        AddMllp(services, options);
        services.AddHostedService<ActivityAudit>();
        if (options.Demo.IsEnabled) AddDemo(services);
        services.AddHostedService<OrphanSweep>();
        services.AddHostedService<ErasureRun>();
        services.AddSingleton<Scrub>();
        services.AddHostedService(provider => provider.GetRequiredService<Scrub>());
        services.Configure<HostOptions>(host =>
        {
            host.ShutdownTimeout = options.Limits.Drain;
            // A sweep or a scrub that fails is logged, and patients' documents are served on.
            host.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore;
        });
    }

    // Its report is asked for after the start.
    static void AddDemo(IServiceCollection services)
    {
        services.AddSingleton<DemoLoad>();
        services.AddHostedService(provider => provider.GetRequiredService<DemoLoad>());
    }

    static void AddStores(IServiceCollection services, ServerOptions options, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton<WriteLatch>();
        services.AddSingleton(provider => new FreeSpaceGuard(folder.Root, options.Data.LowDiskBytes, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(_ => new AuditReserve(folder.PathOf(AuditReserve.FileName)));
        services.AddSingleton(provider => new SqliteRegistryStore(
            folder.PrivateFile(SqliteRegistryStore.FileName),
            provider.GetRequiredService<WriteLatch>(),
            provider.GetRequiredService<AuditReserve>()));
        services.AddSingleton<IRegistryStore>(provider => provider.GetRequiredService<SqliteRegistryStore>());
        services.AddSingleton<IRegistryQueries>(provider =>
            new SqliteRegistryQueries(provider.GetRequiredService<SqliteRegistryStore>(), new ResultBufferOptions { SpoolFolder = folder.Spool }));
        services.AddSingleton<IPatientQueries>(provider => new SqlitePatientQueries(provider.GetRequiredService<SqliteRegistryStore>()));
        services.AddSingleton<ContentReferenced>(provider => provider.GetRequiredService<IRegistryStore>().IsReferencedAsync);
        services.AddSingleton<IDocumentStore, FileDocumentStore>();
        services.AddSingleton(new TemporaryContents(folder.Spool));
    }

    static void AddActors(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(new AuditingNode(
            new AuditSource($"iheregistry@{Environment.MachineName}", null), Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        services.AddSingleton(new RepositoryLimits(options.Limits.DocumentBytes));
        services.AddSingleton<Iti18RegistryStoredQuery>();
        services.AddSingleton<Iti51MultiPatientStoredQuery>();
        services.AddSingleton<Iti42RegisterDocumentSet>();
        services.AddSingleton<Iti41ProvideAndRegister>();
        services.AddSingleton<Iti41ReceiveDocumentSet>();
        services.AddSingleton<RecipientWorkList>();
        services.AddSingleton(new OnDemandSettings(options.OnDemand.Snapshots, new OnDemandLimits()));
        services.AddSingleton<OnDemandDocuments>();
        services.AddSingleton<Iti43RetrieveDocumentSet>();
        services.AddSingleton<Iti57UpdateDocumentSet>();
        services.AddSingleton<ReadHistory>();
        services.AddSingleton<HistoryEndpoint>();
        services.AddSingleton<Iti61RegisterOnDemandDocumentEntry>();
        services.AddSingleton<Iti62RemoveMetadata>();
        services.AddSingleton<DocumentErasure>();
        services.AddSingleton<Iti86RemoveDocuments>();
        services.AddSingleton<Iti92RestrictedUpdateDocumentSet>();
    }

    static void AddPatientActors(IServiceCollection services, AffinityDomainFile domain)
    {
        services.AddSingleton(new MatchSettingsSource(domain.SettingsOf));
        services.AddSingleton<RecordMatching>();
        services.AddSingleton<PatientFeeds>();
        services.AddSingleton<Iti9PixQuery>();
        services.AddSingleton<PatientDemographicsQueries>();
        services.AddSingleton<IdentityStewardship>();
        services.AddSingleton<StewardGate>();
        services.AddSingleton<StewardshipApi>();
    }

    static void AddOutbox(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(new OutboxLimits(options.Answers.MaxAnswers, options.Answers.MaxBytes, options.Answers.Deadline));
        services.AddSingleton<AnswerOutbox>();
        services.AddSingleton<AnswerPost>();
        services.AddSingleton<AnswerSender>();
        services.AddHostedService(provider => provider.GetRequiredService<AnswerSender>());
        services.AddSingleton<SoapReplies>();
    }

    static void AddNotifications(IServiceCollection services, ServerOptions options)
    {
        // As many may be listed as given up as may wait: a consumer that is gone for long takes twice the room, and no more.
        services.AddSingleton(new NotificationLimits(options.Notifications.MaxWaiting, options.Notifications.MaxWaiting, options.Notifications.Deadline));
        services.AddSingleton<Iti10UpdateNotification>();
        services.AddSingleton<UndeliveredNotifications>();
        services.AddSingleton<NotificationApi>();
        services.AddSingleton<NotificationLedger>();
        services.AddHostedService<NotificationSender>();
    }

    static void AddSoap(IServiceCollection services, ServerOptions options, DataFolder folder)
    {
        var limits = options.Limits;
        var plain = new SoapLimits
        {
            MaxEnvelopeBytes = checked((int)limits.SoapEnvelopeBytes),
            EnvelopeMemory = new MemoryQuota(limits.SoapMemoryBytes),
            MaxDepth = limits.XmlDepth,
            MaxBytesBeforeRoot = limits.SpoolMessageBytes,
            SpoolFolder = folder.Spool,
            Mime = new MimeLimits { MaxParts = limits.MessageParts },
        };
        services.AddSingleton<WorkListApi>();
        services.AddSingleton<Iti43Soap>();
        services.AddSingleton<Hl7v3Node>();
        services.AddSingleton(provider =>
        {
            var space = provider.GetRequiredService<FreeSpaceGuard>();
            var registry = plain with { SpoolQuota = new SpoolQuota(limits.SpoolBytes, () => space.IsLow) };
            // A document inside the envelope is base64: four characters for three bytes.
            var repository = registry with { MaxEnvelopeBytes = checked((int)limits.EnvelopeWithDocumentsBytes) };
            var domains = provider.GetRequiredService<AffinityDomainSource>();
            return new SoapTransactions(
                Endpoint(
                    provider,
                    registry,
                    SoapTransactionTable.Iti18(provider.GetRequiredService<Iti18RegistryStoredQuery>(), domains),
                    SoapTransactionTable.Iti42(provider.GetRequiredService<Iti42RegisterDocumentSet>()),
                    Feed(provider, Transactions.Iti44AddedRegistry, Interactions.RecordAdded),
                    Feed(provider, Transactions.Iti44RevisedRegistry, Interactions.RecordRevised),
                    Feed(provider, Transactions.Iti44ResolvedRegistry, Interactions.DuplicatesResolved),
                    SoapTransactionTable.Iti51(provider.GetRequiredService<Iti51MultiPatientStoredQuery>(), domains),
                    SoapTransactionTable.Iti57(provider.GetRequiredService<Iti57UpdateDocumentSet>()),
                    SoapTransactionTable.Iti61(provider.GetRequiredService<Iti61RegisterOnDemandDocumentEntry>()),
                    SoapTransactionTable.Iti62(provider.GetRequiredService<Iti62RemoveMetadata>()),
                    SoapTransactionTable.Iti92(provider.GetRequiredService<Iti92RestrictedUpdateDocumentSet>())),
                Endpoint(
                    provider,
                    repository,
                    SoapTransactionTable.Iti41(provider.GetRequiredService<Iti41ProvideAndRegister>()),
                    provider.GetRequiredService<Iti43Soap>(),
                    SoapTransactionTable.Iti86(provider.GetRequiredService<Iti86RemoveDocuments>())),
                Endpoint(provider, repository, SoapTransactionTable.Iti41Recipient(provider.GetRequiredService<Iti41ReceiveDocumentSet>())),
                Endpoint(
                    provider,
                    registry,
                    Feed(provider, Transactions.Iti44Added, Interactions.RecordAdded),
                    Feed(provider, Transactions.Iti44Revised, Interactions.RecordRevised),
                    Feed(provider, Transactions.Iti44Resolved, Interactions.DuplicatesResolved),
                    ActivatorUtilities.CreateInstance<PixQuerySoap>(provider)),
                Endpoint(
                    provider,
                    registry,
                    ActivatorUtilities.CreateInstance<PdqSoap>(provider),
                    ActivatorUtilities.CreateInstance<PdqContinuationSoap>(provider, Transactions.Iti47Continue),
                    ActivatorUtilities.CreateInstance<PdqContinuationSoap>(provider, Transactions.Iti47Cancel)));
        });
    }

    static PatientFeedSoap Feed(IServiceProvider provider, Transaction transaction, string interaction) =>
        ActivatorUtilities.CreateInstance<PatientFeedSoap>(provider, transaction, interaction);

    static SoapEndpoint Endpoint(IServiceProvider provider, SoapLimits limits, params ISoapTransaction[] transactions) =>
        ActivatorUtilities.CreateInstance<SoapEndpoint>(provider, transactions.AsEnumerable(), new SoapMessageReader(limits));

    static void AddMllp(IServiceCollection services, ServerOptions options)
    {
        services.AddSingleton(new MllpLimits
        {
            MaxMessageSize = checked((int)options.Limits.MllpMessageBytes),
            IdleTimeout = options.Limits.MllpIdle,
            MessageTimeout = options.Limits.MllpMessageTime,
            DrainTimeout = options.Limits.Drain,
        });
        services.AddSingleton<AcknowledgementWriter>();
        services.AddSingleton<QueryResponseWriter>();
        services.AddSingleton<FeedMessages>();
        services.AddSingleton<QueryMessages>();
        services.AddSingleton<Hl7Listener>();
        services.AddSingleton<MllpMessageHandler>(provider => provider.GetRequiredService<Hl7Listener>().HandleAsync);
        services.AddSingleton<MllpRefusalHandler>(provider => provider.GetRequiredService<Hl7Listener>().AuditAsync);
        services.AddSingleton<MllpConnectionHandler>();
    }
}
