using System.Buffers;

namespace IheRegistry.Wire.Mllp;

/// <summary>The frame of the Minimal Lower Layer Protocol: 0x0B, the message, 0x1C, 0x0D (HL7 v2.5.1 appendix C, ITI TF-2 C.2.1).</summary>
public static class MllpFraming
{
    /// <summary>Begins a frame: vertical tab.</summary>
    public const byte StartBlock = 0x0B;

    /// <summary>Ends a frame: file separator.</summary>
    public const byte EndBlock = 0x1C;

    /// <summary>Follows the end of a frame.</summary>
    public const byte CarriageReturn = 0x0D;

    /// <summary>Writes a message in its frame.</summary>
    public static void Write(IBufferWriter<byte> output, ReadOnlySpan<byte> message)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.Write([StartBlock]);
        output.Write(message);
        output.Write([EndBlock, CarriageReturn]);
    }
}
