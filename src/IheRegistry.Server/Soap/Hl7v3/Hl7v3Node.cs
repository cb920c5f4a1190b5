using IheRegistry.Model.AffinityDomains;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Hl7v3;

namespace IheRegistry.Server.Soap.Hl7v3;

/// <summary>What the HL7 V3 transactions have in common: who answers, and how what goes wrong is told.</summary>
sealed class Hl7v3Node(IRegistryStore store, AffinityDomainSource domains, TimeProvider clock, ILogger<Hl7v3Node> logger)
{
    const string OidUrn = "urn:oid:";

    /// <summary>This node, by the OID of its home community: for messages that do not say whom they are for, and as custodian.</summary>
    internal MessageDevice Self => MessageDevice.Of(domains.Current.HomeCommunityId.Replace(OidUrn, "", StringComparison.Ordinal));

    /// <summary>The time of an answer.</summary>
    internal DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Audits a message that was refused before its actor saw it.</summary>
    internal Task AuditAsync(IEnumerable<AuditEvent> events) => store.AuditOrLogAsync(events, logger);

    /// <summary>Notes that a message could not be dealt with, since nothing can be stored at present.</summary>
    internal void LogUnavailable(string transaction, StoreUnavailableException unavailable) => logger.RequestFailed(unavailable, transaction, "");

    /// <summary>What was wrong with a message, as its audit says it.</summary>
    internal static AuditOutcome OutcomeOf(IEnumerable<Hl7v3Problem> problems) =>
        AuditOutcome.Failure(string.Join("; ", problems.Select(problem => problem.Text).Distinct()));

    /// <summary>A failure that says nothing but itself, as the endpoint has it.</summary>
    internal static Hl7v3Problem ProblemOf(RegistryResponse failure) =>
        new(Hl7ErrorCode.ApplicationInternalError, "", string.Join("; ", failure.Errors.Select(error => error.Context)));

    /// <summary>The wrapper of a message that is not at hand any more.</summary>
    internal static Transmission Unknown(string interaction) => new() { Interaction = interaction, Id = InstanceIdentifier.None };
}
