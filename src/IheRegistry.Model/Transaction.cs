namespace IheRegistry.Model;

/// <summary>One IHE transaction: what the documentation lists, the endpoints bind and the audit names.</summary>
/// <param name="Number">Its number, such as ITI-42; also the code in the audit's EventTypeCode.</param>
/// <param name="Name">Its name in the framework, as the audit shows it.</param>
/// <param name="Actor">The receiving actor's name.</param>
/// <param name="Path">URL path of its endpoint, or null where it is not HTTP.</param>
/// <param name="RequestAction">WS-Addressing Action of the request, or the HL7 v2 message type.</param>
/// <param name="ResponseAction">WS-Addressing Action of the answer, or the HL7 v2 acknowledgement.</param>
public sealed record Transaction(string Number, string Name, string Actor, string? Path, string RequestAction, string ResponseAction);
