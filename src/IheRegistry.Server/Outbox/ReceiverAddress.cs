using System.Buffers;

namespace IheRegistry.Server.Outbox;

/// <summary>
/// Reads an address that somebody else has written, such that what is checked is what is called: whatever two readers of URLs could take for
/// different things is refused, not made canonical.
/// </summary>
static class ReceiverAddress
{
    // Backslashes, which some readers take for slashes; blanks and controls, which some drop; the rest has no place in a URL (RFC 3986 2.).
    static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?[]@!$&'()*+,;=%");

    /// <summary>The address; null where it is none of http or https, or not plain: a user, a fragment, encoded or stepping path segments.</summary>
    internal static Uri? Read(string text)
    {
        if (text.AsSpan().ContainsAnyExcept(Plain) || !Uri.TryCreate(text, UriKind.Absolute, out var address)) return null;
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) return null;
        return address.UserInfo.Length == 0 && address.Host.Length > 0 && HasPlainAuthority(text, address) && HasPlainPath(text) ? address : null;
    }

    // 0x7f.1 or 2130706433 are an IPv4 address to one reader and a name to another.
    static bool HasPlainAuthority(string text, Uri address)
    {
        var authority = Authority(text);
        return !authority.Contains('@')
            && !authority.Contains('%')
            && authority.StartsWith(address.Host, StringComparison.OrdinalIgnoreCase)
            && text.StartsWith(address.Scheme + "://", StringComparison.OrdinalIgnoreCase);
    }

    static ReadOnlySpan<char> Authority(string text)
    {
        var rest = text.AsSpan(Math.Min(text.Length, text.IndexOf("//", StringComparison.Ordinal) + 2));
        var end = rest.IndexOfAny('/', '?');
        return end < 0 ? rest : rest[..end];
    }

    static bool HasPlainPath(string text)
    {
        var rest = text.AsSpan(text.IndexOf("//", StringComparison.Ordinal) + 2);
        var start = rest.IndexOf('/');
        if (start < 0) return true;
        var path = rest[start..];
        var query = path.IndexOf('?');
        if (query >= 0) path = path[..query];
        if (path.Contains('%') || path.Contains("//", StringComparison.Ordinal)) return false;
        foreach (var segment in path.Split('/'))
            if (path[segment] is "." or "..") return false;
        return true;
    }
}
