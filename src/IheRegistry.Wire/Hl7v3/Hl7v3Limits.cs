namespace IheRegistry.Wire.Hl7v3;

/// <summary>What one message may repeat. The body as a whole is bounded by the envelope's limit already.</summary>
static class Hl7v3Limits
{
    /// <summary>Identifiers, names, addresses or parameters of one kind; the most that real messages have is a few.</summary>
    internal const int MaxRepetitions = 256;

    /// <summary>Bytes of a query, which is kept for the copy in its answer and for the audit. Real ones have about two thousand.</summary>
    internal const int MaxQueryBytes = 256 * 1024;
}
