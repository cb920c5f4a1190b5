using System.Text;

namespace IheRegistry.Wire.Mtom;

/// <summary>The delimiter line of a multipart message (RFC 2046 section 5.1.1): recognises it, whole or in part, in raw bytes.</summary>
sealed class MimeBoundary
{
    // RFC 2046 allows 70; some senders use more. Twice the line limit of mail would still fit.
    internal const int MaxLength = 200;

    // "transport padding", which RFC 2046 wants ignored at the end of the line. A line with more of it is content.
    const int MaxPadding = 64;

    /// <summary>So many bytes suffice to decide whether a delimiter line begins there: CR LF, dashes, boundary, dashes, padding, CR LF.</summary>
    internal const int WindowSize = 2 + 2 + MaxLength + 2 + MaxPadding + 2;

    readonly byte[] _crlfForm;

    MimeBoundary(string boundary) => _crlfForm = Encoding.Latin1.GetBytes("\r\n--" + boundary);

    /// <summary>Null when the boundary cannot be used: empty, too long, or with characters no header field can carry.</summary>
    internal static MimeBoundary? Of(string? boundary)
    {
        var trimmed = boundary?.TrimEnd(' ');
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > MaxLength || trimmed.AsSpan().ContainsAnyExceptInRange(' ', '\u00FF'))
            return null;
        return new MimeBoundary(trimmed);
    }

    ReadOnlySpan<byte> LfForm => _crlfForm.AsSpan(1);

    ReadOnlySpan<byte> BareForm => _crlfForm.AsSpan(2);

    /// <summary>Is there a delimiter line at the start of the window, its leading line break included?</summary>
    /// <param name="window">The next bytes, at most <see cref="WindowSize"/>.</param>
    /// <param name="isLast">No byte will ever follow the window.</param>
    /// <param name="bareAllowed">The line break before the delimiter may be missing, as at the start of the message.</param>
    /// <param name="length">Length of the delimiter line, when there is one, its trailing line break included.</param>
    internal Delimiter Match(ReadOnlySpan<byte> window, bool isLast, bool bareAllowed, out int length)
    {
        length = 0;
        var needMore = isLast || window.Length >= WindowSize ? Delimiter.None : Delimiter.NeedsMoreBytes;
        var form = window switch
        {
            [] => [],
            [(byte)'\r', ..] => _crlfForm,
            [(byte)'\n', ..] => LfForm,
            _ => bareAllowed ? BareForm : default,
        };
        if (form.IsEmpty)
            return window.IsEmpty ? needMore : Delimiter.None;
        if (window.Length < form.Length)
            return form.StartsWith(window) ? needMore : Delimiter.None;
        if (!window.StartsWith(form))
            return Delimiter.None;
        return MatchLineEnd(window, form.Length, isLast, needMore, out length);
    }

    /// <summary>
    /// Where in the content a delimiter line begins, or may begin as far as the bytes at hand tell, searching from
    /// <paramref name="from"/>; the content's length when nowhere. What only looks like a delimiter is passed over here, because a hostile
    /// sender can make a document of nothing else.
    /// </summary>
    internal int IndexOfCandidate(ReadOnlySpan<byte> content, int from)
    {
        var searched = from;
        int found;
        while ((found = content[searched..].IndexOf(LfForm)) >= 0)
        {
            var lf = searched + found;
            var start = lf > from && content[lf - 1] == '\r' ? lf - 1 : lf;
            var window = content.Slice(start, Math.Min(WindowSize, content.Length - start));
            if (Match(window, isLast: false, bareAllowed: false, out _) != Delimiter.None)
                return start;
            searched = lf + 1;
        }

        return IndexOfCandidateTail(content, searched);
    }

    int IndexOfCandidateTail(ReadOnlySpan<byte> content, int from)
    {
        for (var at = Math.Max(from, content.Length - _crlfForm.Length + 1); at < content.Length; at++)
        {
            var next = content[at..].IndexOfAny((byte)'\r', (byte)'\n');
            if (next < 0)
                break;
            at += next;
            if ((content[at] == '\r' ? _crlfForm : LfForm).StartsWith(content[at..]))
                return at;
        }

        return content.Length;
    }

    static Delimiter MatchLineEnd(ReadOnlySpan<byte> window, int at, bool isLast, Delimiter needMore, out int length)
    {
        length = 0;
        var found = Delimiter.Next;
        if (at < window.Length && window[at] == '-')
        {
            if (at + 1 == window.Length)
                return needMore;
            if (window[at + 1] != '-')
                return Delimiter.None;
            found = Delimiter.Closing;
            at += 2;
        }

        var padded = window[at..].IndexOfAnyExcept((byte)' ', (byte)'\t');
        at = padded < 0 ? window.Length : at + padded;
        switch (window[at..])
        {
            case [(byte)'\n', ..]:
                length = at + 1;
                return found;
            case [(byte)'\r', (byte)'\n', ..]:
                length = at + 2;
                return found;
            case [] or [(byte)'\r'] when !isLast:
                return needMore;
            case [] or [(byte)'\r'] when found == Delimiter.Closing:
                length = window.Length;
                return found;
            default:
                return Delimiter.None;
        }
    }
}
