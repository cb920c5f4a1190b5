using IheRegistry.Wire.Hl7v3;

namespace IheRegistry.Client;

/// <summary>How a client of an HL7 V3 service names itself and its peer.</summary>
/// <param name="Sender">The client.</param>
/// <param name="Receiver">The service.</param>
public sealed record Hl7v3ClientOptions(MessageDevice Sender, MessageDevice Receiver)
{
    /// <summary>How SOAP is spoken.</summary>
    public SoapClientOptions Soap { get; init; } = SoapClientOptions.Default;

    /// <summary>Tells the time of messages.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal Transmission Begin(string interaction) => Transmission.Begin(interaction, Sender, Receiver, Clock.GetUtcNow());
}
