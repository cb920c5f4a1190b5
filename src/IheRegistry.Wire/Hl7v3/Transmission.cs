using System.Globalization;

namespace IheRegistry.Wire.Hl7v3;

/// <summary>The transmission wrapper of a message (ITI TF-2 O.1): what HL7 v2 has in MSH.</summary>
public sealed record Transmission
{
    /// <summary>The interaction, which is the root element's name.</summary>
    public required string Interaction { get; init; }

    /// <summary>The message id.</summary>
    public required InstanceIdentifier Id { get; init; }

    /// <summary>creationTime, an HL7 timestamp.</summary>
    public string CreatedAt { get; init; } = "";

    /// <summary>processingCode: P (production), T (training) or D (debugging).</summary>
    public string ProcessingCode { get; init; } = "P";

    /// <summary>Who sends.</summary>
    public MessageDevice Sender { get; init; } = MessageDevice.None;

    /// <summary>Who is to receive: the first receiver.</summary>
    public MessageDevice Receiver { get; init; } = MessageDevice.None;

    /// <summary>A message of one's own.</summary>
    public static Transmission Begin(string interaction, MessageDevice sender, MessageDevice receiver, DateTimeOffset now) => new()
    {
        Interaction = interaction,
        Id = InstanceIdentifier.New(),
        CreatedAt = TimestampOf(now),
        Sender = sender,
        Receiver = receiver,
    };

    /// <summary>The answer to this message: it goes back the way that the message came.</summary>
    /// <param name="interaction">What is answered.</param>
    /// <param name="self">Who answers, where the message does not say whom it is for.</param>
    /// <param name="now">When.</param>
    public Transmission Answer(string interaction, MessageDevice self, DateTimeOffset now) =>
        Begin(interaction, Receiver.Id.IsEmpty ? self : Receiver, Sender, now) with { ProcessingCode = ProcessingCode };

    static string TimestampOf(DateTimeOffset now) => now.ToUniversalTime().ToString("yyyyMMddHHmmss'+0000'", CultureInfo.InvariantCulture);
}
