namespace IheRegistry.Wire.Hl7v3;

/// <summary>What one message may repeat. The body as a whole is bounded by the envelope's limit already.</summary>
static class Hl7v3Limits
{
    /// <summary>Identifiers, names, addresses or parameters of one kind; the most that real messages have is a few.</summary>
    internal const int MaxRepetitions = 256;

    /// <summary>Bytes of a query, which is kept for the copy in its answer and for the audit. Real ones have about two thousand.</summary>
    internal const int MaxQueryBytes = 64 * 1024;

    /// <summary>Bytes of a query that is remembered until it has been gone on with to its end; the answers to a longer one go without the copy.</summary>
    internal const int MaxKeptQueryBytes = 8 * 1024;
}
