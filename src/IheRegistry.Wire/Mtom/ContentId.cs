namespace IheRegistry.Wire.Mtom;

/// <summary>Content-IDs and the <c>cid:</c> URLs that point at them (RFC 2392).</summary>
public static class ContentId
{
    const string Scheme = "cid:";

    /// <summary>Brings a Content-ID or the rest of a cid URL into the one form in which they are compared.</summary>
    /// <remarks>
    /// A Content-ID is <c>&lt;a@b&gt;</c> and its URL <c>cid:a@b</c>, percent-encoded; peers leave out the brackets, keep them in the URL, or
    /// percent-encode the header too.
    /// </remarks>
    public static string Normalise(string contentId)
    {
        var bare = Uri.UnescapeDataString(contentId.Trim());
        return bare is ['<', .., '>'] ? bare[1..^1].Trim() : bare;
    }

    /// <summary>The normalised Content-ID that a <c>cid:</c> URL names, or null when <paramref name="href"/> is another kind of URL.</summary>
    public static string? FromHref(string href)
    {
        var trimmed = href.AsSpan().Trim();
        return trimmed.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? Normalise(trimmed[Scheme.Length..].ToString()) : null;
    }

    /// <summary>The <c>cid:</c> URL of a Content-ID that carries no brackets.</summary>
    public static string ToHref(string contentId) => Scheme + Uri.EscapeDataString(contentId).Replace("%40", "@", StringComparison.Ordinal);
}
