namespace IheRegistry.Wire.Mtom;

/// <summary>One part of a multipart message, its content not read yet.</summary>
public sealed class MimePart
{
    /// <summary>The Content-ID, normalised as <see cref="Mtom.ContentId.Normalise"/> does; null when the part has none.</summary>
    public string? ContentId { get; init; }

    /// <summary>The Content-Type as sent; null when the part has none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The Content-Transfer-Encoding as sent, already undone in <see cref="Content"/>; null when the part has none.</summary>
    public string? TransferEncoding { get; init; }

    /// <summary>
    /// The part's bytes, forward only and asynchronous only, usable until the next part is asked for. Ends with zero only when the part's
    /// closing boundary was seen, else throws <see cref="MimeTruncatedException"/>.
    /// </summary>
    public required Stream Content { get; init; }
}
