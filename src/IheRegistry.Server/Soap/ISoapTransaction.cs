using IheRegistry.Actors.Audit;
using IheRegistry.Model;
using IheRegistry.Model.Audit;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Server.Soap;

/// <summary>
/// A transaction on the SOAP wire: turns the body into the actor's request and the actor's answer into a body.
/// </summary>
interface ISoapTransaction
{
    /// <summary>Its row in the table of transactions.</summary>
    Transaction Transaction { get; }

    /// <summary>The actor's codes for failures that are nobody's fault outside.</summary>
    FailureCodes FailureCodes { get; }

    /// <summary>Reads the request, has the actor act, writes the answer.</summary>
    Task AnswerAsync(SoapExchange exchange, CancellationToken cancellationToken);

    /// <summary>Writes the body of an answer that says nothing but failure.</summary>
    void WriteFailure(Utf8XmlWriter xml, RegistryResponse response);

    /// <summary>The transaction's own failure event for a request whose body could not be understood.</summary>
    IEnumerable<AuditEvent> AuditRefusal(AuditContext call, AuditOutcome outcome);
}
