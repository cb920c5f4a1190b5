using IheRegistry.Model.Access;

namespace IheRegistry.Actors.Audit;

/// <summary>The call that is audited: who called which service when.</summary>
/// <param name="Node">This process.</param>
/// <param name="Caller">Who called; its address is the client's network access point.</param>
/// <param name="At">When.</param>
/// <param name="EndpointUri">The SOAP endpoint URI that was called.</param>
/// <param name="ServiceAddress">Machine name or IP address at which the service was called.</param>
/// <param name="ReplyTo">Content of wsa:ReplyTo, where the request has one.</param>
public sealed record AuditContext(
    AuditingNode Node, Caller Caller, DateTimeOffset At, string EndpointUri, string ServiceAddress, string? ReplyTo = null)
{
    // ReplyTo counts in asynchronous exchanges only; this address says that the exchange is synchronous (WS-Addressing Core 3.2.1).
    const string Anonymous = "http://www.w3.org/2005/08/addressing/anonymous";

    /// <summary>
    /// The client's UserID: "if Asynchronous Web Services Exchange is being used, the content of the wsa:ReplyTo element.
    /// Otherwise, not specialized" (ITI TF-2 3.18.5.1.2, 3.41.5.1.2, 3.42.5.1.2, 3.43.6.1.2): then who the caller is, else where.
    /// </summary>
    internal string ClientUserId =>
        !string.IsNullOrEmpty(ReplyTo) && ReplyTo != Anonymous ? ReplyTo
        : Caller.Who.Length > 0 ? Caller.Who
        : Caller.Address;

    /// <summary>
    /// The call that this node itself makes to serve this one, as the repository calls the registry. Both sides of it can be
    /// audited from this context, if the registry is in the same process.
    /// </summary>
    /// <param name="endpointUri">The SOAP endpoint URI of the service called.</param>
    /// <param name="serviceAddress">Its machine name or IP address.</param>
    public AuditContext Relayed(string endpointUri, string serviceAddress) => this with
    {
        Caller = Caller with { Who = Node.Source.Id, Address = ServiceAddress },
        EndpointUri = endpointUri,
        ServiceAddress = serviceAddress,
        ReplyTo = null,
    };
}
