namespace IheRegistry.Wire.Mllp;

/// <summary>What a connection may take.</summary>
public sealed record MllpLimits
{
    /// <summary>The defaults.</summary>
    public static MllpLimits Default { get; } = new();

    /// <summary>A client's defaults: an answer is waited for 30 seconds, a few times what a busy listener needs.</summary>
    public static MllpLimits Client { get; } = new() { IdleTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>
    /// Bytes of a message. Default 1 MiB: a feed message has some hundred bytes, a merge of thousands of pairs still fits, and a
    /// connection holds at most this much before it knows what it has.
    /// </summary>
    public int MaxMessageSize { get; init; } = 1024 * 1024;

    /// <summary>
    /// Bytes between two frames that are skipped. Default 1024: stray line ends and the noise of a line, but not a message without its
    /// start.
    /// </summary>
    public int MaxNoise { get; init; } = 1024;

    /// <summary>
    /// How long a connection may be silent between messages. Default 30 minutes: interface engines keep a connection open for the day,
    /// while one whose peer is gone without a word should not be kept for ever. Infinite: <see cref="Timeout.InfiniteTimeSpan"/>.
    /// </summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// How long a message may take from its first byte to its last, and an answer until the peer takes it. Default 30 seconds: the
    /// largest message at 300 kbit/s.
    /// </summary>
    public TimeSpan MessageTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long the rest of a refused message is read and thrown away, so that the refusal reaches a peer that is still sending (a
    /// close with unread bytes resets the connection and takes the answer with it). Default 5 seconds, as web servers linger.
    /// </summary>
    public TimeSpan LingerTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long messages in hand may go on when the server stops. Default 20 seconds: less than the 30 seconds that a host waits for
    /// its services.
    /// </summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(20);
}
