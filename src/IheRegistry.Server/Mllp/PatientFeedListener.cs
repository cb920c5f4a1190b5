using System.Buffers;
using System.Net;
using IheRegistry.Actors.Audit;
using IheRegistry.Actors.DocumentRegistry;
using IheRegistry.Model.Access;
using IheRegistry.Server.Hosting;
using IheRegistry.Store;
using IheRegistry.Store.Registry;
using IheRegistry.Wire.Hl7v2;
using IheRegistry.Wire.Mllp;

namespace IheRegistry.Server.Mllp;

/// <summary>ITI-8 on the MLLP wire: reads a message, has the registry take it, writes the acknowledgement.</summary>
sealed class PatientFeedListener(
    Iti8PatientIdentityFeed registry,
    IRegistryStore store,
    AcknowledgementWriter acknowledgements,
    AuditingNode node,
    TimeProvider clock,
    ILogger<PatientFeedListener> logger)
{
    /// <summary>Handles one message; its signature is <see cref="MllpMessageHandler"/>.</summary>
    internal async ValueTask HandleAsync(
        ReadOnlyMemory<byte> bytes, IBufferWriter<byte> answer, MllpPeer peer, CancellationToken cancellationToken)
    {
        var call = CallOf(peer);
        if (!Hl7Message.TryRead(bytes, Hl7ReadOptions.Default, out var message, out var refusal))
        {
            var problem = refusal.ToProblem();
            await AuditRefusalAsync(call, problem.Text).ConfigureAwait(false);
            if (!acknowledgements.WriteRejection(answer, bytes, problem)) acknowledgements.WriteUnaddressedRejection(answer, problem);
            return;
        }

        var problems = await TakeAsync(call, message, cancellationToken).ConfigureAwait(false);
        acknowledgements.Write(answer, message, Acknowledgement.Of(problems));
    }

    /// <summary>Audits bytes that were not taken as a frame; its signature is <see cref="MllpRefusalHandler"/>.</summary>
    internal async ValueTask AuditAsync(MllpRefusal refusal, MllpPeer peer, CancellationToken cancellationToken) =>
        await AuditRefusalAsync(CallOf(peer), refusal.ToText()).ConfigureAwait(false);

    async Task<IReadOnlyList<Hl7Problem>> TakeAsync(AuditContext call, Hl7Message message, CancellationToken cancellationToken)
    {
        var reading = PatientIdentityFeed.Read(message, PatientFeedRules.Iti8);
        if (reading.Message is { } feed)
        {
            try
            {
                var problems = await registry.FeedAsync(call, feed, cancellationToken).ConfigureAwait(false);
                return [.. reading.Problems, .. problems];
            }
            catch (StoreUnavailableException unavailable)
            {
                logger.FeedFailed(unavailable);
                return [new Hl7Problem(Hl7ErrorCode.ApplicationInternalError, new Hl7ErrorLocation("MSH", 1), "Nothing can be stored at present; try again later")];
            }
        }

        await AuditRefusalAsync(call, string.Join("; ", reading.Problems.Select(p => p.Text).Distinct())).ConfigureAwait(false);
        return reading.Problems;
    }

    Task AuditRefusalAsync(AuditContext call, string reason) => store.AuditOrLogAsync([RefusedMessageAudit.Of(call, reason)], logger);

    AuditContext CallOf(MllpPeer peer)
    {
        var address = Address(peer.RemoteEndPoint);
        return new AuditContext(
            node, new Caller(address, Caller.UnknownInstitution, address), clock.GetUtcNow(), "mllp", Address(peer.LocalEndPoint));
    }

    static string Address(EndPoint? endPoint) => endPoint is IPEndPoint ip
        ? (ip.Address.IsIPv4MappedToIPv6 ? ip.Address.MapToIPv4() : ip.Address).ToString()
        : "unknown";
}
