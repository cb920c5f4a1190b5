using IheRegistry.Wire.Mtom;

namespace IheRegistry.Wire.Soap;

/// <summary>How much of a SOAP message is taken before anybody has understood it. Read timeouts are the transport's.</summary>
public sealed record SoapLimits
{
    /// <summary>
    /// Bytes of the envelope, which is held in memory whole. A submission of a thousand documents has about 5 MB of metadata; a
    /// transaction that takes inline base64 documents needs more, by configuration.
    /// </summary>
    public int MaxEnvelopeBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Bounds what the large envelopes of all messages together take; null does not.</summary>
    public MemoryQuota? EnvelopeMemory { get; init; }

    /// <summary>Levels of nested elements. Metadata takes twelve, a signed assertion in the header some more, HL7 v3 about thirty.</summary>
    public int MaxDepth { get; init; } = 128;

    /// <summary>Bytes of one start tag with its attributes. Bounds what a hostile attribute list costs to check for duplicates.</summary>
    public int MaxStartTagBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// Namespace declarations in scope at once; shadowed ones count. Generated messages reach sixty. Resolving a prefix costs time in
    /// proportion: with this value the worst 16 MiB envelope takes about a second, without a limit minutes.
    /// </summary>
    public int MaxNamespacesInScope { get; init; } = 256;

    /// <summary>Characters of an action, message id or address. Longer ones are no identifiers, and MessageID is echoed.</summary>
    public int MaxAddressingCharacters { get; init; } = 4096;

    /// <summary>Bytes of one endpoint reference's reference parameters, which are echoed. Toolkits send an id of a conversation, some 200.</summary>
    public int MaxReferenceParameterBytes { get; init; } = 8 * 1024;

    /// <summary>
    /// Bytes of all parts that arrive before the root together; they wait in <see cref="SpoolFolder"/>. The size of a large imaging
    /// document: peers that put the root last are rare, and those that also send more are refused.
    /// </summary>
    public long MaxBytesBeforeRoot { get; init; } = 256L * 1024 * 1024;

    /// <summary>Where parts that arrive before the root are kept; null refuses them.</summary>
    public string? SpoolFolder { get; init; }

    /// <summary>What the messages of all readers together may keep in <see cref="SpoolFolder"/>; null for no bound but each message's own.</summary>
    public SpoolQuota? SpoolQuota { get; init; }

    /// <summary>Limits of the multipart packaging.</summary>
    public MimeLimits Mime { get; init; } = new();
}
