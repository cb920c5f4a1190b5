namespace IheRegistry.Wire.Mllp;

/// <summary>Every reason why bytes are not taken as frames. Each ends the connection: where the next frame begins is unsure.</summary>
public enum MllpRefusal
{
    /// <summary>Not refused.</summary>
    None,

    /// <summary>A message came without 0x0B before it.</summary>
    MissingStartBlock,

    /// <summary>More bytes than <see cref="MllpLimits.MaxNoise"/> came that belong to no frame.</summary>
    TooMuchNoise,

    /// <summary>Another message began before 0x1C ended the one before.</summary>
    MissingEndBlock,

    /// <summary>The message is larger than <see cref="MllpLimits.MaxMessageSize"/>.</summary>
    MessageTooLarge,

    /// <summary>The message took longer than <see cref="MllpLimits.MessageTimeout"/>.</summary>
    MessageTooSlow,

    /// <summary>The connection ended within a message.</summary>
    Truncated,
}

/// <summary>What a peer and the log are told about a refusal: the one place of these texts.</summary>
public static class MllpRefusals
{
    /// <summary>The text.</summary>
    public static string ToText(this MllpRefusal refusal) => refusal switch
    {
        MllpRefusal.MissingStartBlock => "The message has no start block (0x0B)",
        MllpRefusal.TooMuchNoise => "Too many bytes outside of frames",
        MllpRefusal.MissingEndBlock => "The message has no end block (0x1C)",
        MllpRefusal.MessageTooLarge => "The message is larger than is taken",
        MllpRefusal.MessageTooSlow => "The message did not come in time",
        MllpRefusal.Truncated => "The connection ended within the message",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "is not a refusal"),
    };
}
