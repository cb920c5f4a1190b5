namespace IheRegistry.Wire.Mtom;

/// <summary>How much of a multipart message is taken before anybody has asked for its content.</summary>
public sealed record MimeLimits
{
    /// <summary>Parts in one message. Submissions of some hundred documents occur; the Content-ID of each part is kept in memory.</summary>
    public int MaxParts { get; init; } = 4096;

    /// <summary>
    /// Bytes of one part's header fields, and of the preamble. Real ones stay under 1 kB; the value is Kestrel's half for a whole request's
    /// header fields.
    /// </summary>
    public int MaxPartHeaderBytes { get; init; } = 16 * 1024;
}
