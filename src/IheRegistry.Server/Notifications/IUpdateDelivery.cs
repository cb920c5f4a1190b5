using IheRegistry.Actors.PatientIdentifierManager;

namespace IheRegistry.Server.Notifications;

/// <summary>The way to one consumer: HL7 version 2 over MLLP, or HL7 V3 in SOAP.</summary>
interface IUpdateDelivery : IAsyncDisposable
{
    /// <summary>Tells the consumer of a person. Several at once do not disturb each other.</summary>
    /// <param name="controlId">The message's own id, the same for the same content.</param>
    /// <param name="changedAt">When the person changed.</param>
    /// <param name="person">What is told.</param>
    /// <param name="cancellationToken">The server stops.</param>
    Task<Delivery> SendAsync(string controlId, DateTimeOffset changedAt, NotifiedPerson person, CancellationToken cancellationToken);
}
