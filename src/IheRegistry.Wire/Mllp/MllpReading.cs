namespace IheRegistry.Wire.Mllp;

/// <summary>What came of reading a frame.</summary>
public enum MllpOutcome
{
    /// <summary>The peer closed the connection between frames, or reading was stopped.</summary>
    Ended,

    /// <summary>A message.</summary>
    Message,

    /// <summary>The bytes are refused.</summary>
    Refused,

    /// <summary>Nothing came within <see cref="MllpLimits.IdleTimeout"/>.</summary>
    Idle,
}

/// <summary>What came of reading a frame, and the bytes.</summary>
/// <param name="Outcome">What came of it.</param>
/// <param name="Message">The message without its frame, or what there is of a refused one; valid until the next read.</param>
/// <param name="Refusal">Why the bytes are refused.</param>
public readonly record struct MllpReading(MllpOutcome Outcome, ReadOnlyMemory<byte> Message = default, MllpRefusal Refusal = default);
