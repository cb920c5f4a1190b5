using System.Buffers;

namespace IheRegistry.Wire.Audit;

/// <summary>
/// Text for an audit message, which stays one line wherever it is printed: a sender's names must not forge log lines or drive a
/// terminal (CWE-117). Tab, CR and LF of an attribute need no help, as they become character references.
/// </summary>
static class OneLine
{
    // C1 controls, NEL among them, and Unicode's line and paragraph separators; XML 1.0 itself refuses the C0 controls.
    const string Breaks =
        "\u007F\u0080\u0081\u0082\u0083\u0084\u0085\u0086\u0087\u0088\u0089\u008A\u008B\u008C\u008D\u008E\u008F"
        + "\u0090\u0091\u0092\u0093\u0094\u0095\u0096\u0097\u0098\u0099\u009A\u009B\u009C\u009D\u009E\u009F\u2028\u2029";

    static readonly SearchValues<char> InAttributes = SearchValues.Create(Breaks);
    static readonly SearchValues<char> InElements = SearchValues.Create(Breaks + "\r\n");

    public static ReadOnlySpan<char> Attribute(string text) => Replace(text, InAttributes);

    public static ReadOnlySpan<char> Element(string text) => Replace(text, InElements);

    static ReadOnlySpan<char> Replace(string text, SearchValues<char> breaks)
    {
        // Nearly all text is printable ASCII, which the first look tells fastest.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.AsSpan().ContainsAny(breaks))
            return text;
        var safe = text.ToCharArray();
        safe.AsSpan().ReplaceAny(breaks, '\uFFFD');
        return safe;
    }
}
