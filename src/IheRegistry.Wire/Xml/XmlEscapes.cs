using System.Buffers;

namespace IheRegistry.Wire.Xml;

/// <summary>What may not stand literally in XML 1.0 text or attribute values, and what stands for it.</summary>
static class XmlEscapes
{
    const string Controls =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017"
        + "\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F";

    const string NonCharacters = "\uFFFE\uFFFF";

    // A literal CR would be read back as LF (XML 1.0 section 2.11); '>' must be escaped after "]]", and always is.
    const string Markup = "&<>\r";

    // A literal tab or LF in an attribute would be read back as a space (XML 1.0 section 3.3.3).
    const string AttributeMarkup = Markup + "\"\t\n";

    // First byte of U+FFFE and U+FFFF in UTF-8 (and of others, which pass).
    const byte NonCharacterLead = 0xEF;

    internal static readonly SearchValues<char> Text = SearchValues.Create(Markup + Controls + NonCharacters);
    internal static readonly SearchValues<char> Attribute = SearchValues.Create(AttributeMarkup + Controls + NonCharacters);
    internal static readonly SearchValues<byte> TextUtf8 = SearchValues.Create(Bytes(Markup + Controls));
    internal static readonly SearchValues<byte> AttributeUtf8 = SearchValues.Create(Bytes(AttributeMarkup + Controls));

    internal static ReadOnlySpan<byte> Of(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\r' => "&#xD;"u8,
        '\n' => "&#xA;"u8,
        '\t' => "&#x9;"u8,
        _ => "\uFFFD"u8,
    };

    internal static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        if (text[0] != NonCharacterLead)
            return Of((char)text[0]);

        length = Math.Min(3, text.Length);
        return text is [_, 0xBF, 0xBE or 0xBF, ..] ? "\uFFFD"u8 : text[..length];
    }

    static byte[] Bytes(string ascii) => [.. ascii.Select(c => (byte)c), NonCharacterLead];
}
