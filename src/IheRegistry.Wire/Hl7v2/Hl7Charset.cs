using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace IheRegistry.Wire.Hl7v2;

/// <summary>A character set of MSH-18 (HL7 table 0211) and the encoding behind it.</summary>
public sealed class Hl7Charset
{
    static readonly FrozenDictionary<string, Hl7Charset> ByName = Table();

    readonly Encoding _strict;

    Hl7Charset(string name, Encoding encoding, bool hidesDelimiters)
    {
        Name = name;
        Encoding = encoding;
        HidesDelimiters = hidesDelimiters;
        _strict = (Encoding)encoding.Clone();
        _strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        _strict.EncoderFallback = EncoderFallback.ExceptionFallback;
    }

    /// <summary>UTF-8, <c>UNICODE UTF-8</c>.</summary>
    public static Hl7Charset Utf8 { get; } = ByName["UNICODE UTF-8"];

    /// <summary>ISO 8859-1, <c>8859/1</c>.</summary>
    public static Hl7Charset Latin1 { get; } = ByName["8859/1"];

    /// <summary>GB 18030, <c>GB 18030-2000</c>.</summary>
    public static Hl7Charset Gb18030 { get; } = ByName["GB 18030-2000"];

    /// <summary>
    /// Japanese in the manner of ISO 2022, <c>ISO IR87</c>: JIS X 0208 between escape sequences, which MSH-18 names in a repetition
    /// behind that of the single-byte set.
    /// </summary>
    public static Hl7Charset IsoIr87 { get; } = ByName["ISO IR87"];

    /// <summary>The value of HL7 table 0211.</summary>
    public string Name { get; }

    /// <summary>The encoding of the bytes.</summary>
    public Encoding Encoding { get; }

    /// <summary>
    /// True when bytes of a delimiter may be half of a character (in GB 18030 a second byte may be <c>|</c>, <c>^</c>, <c>~</c>
    /// or <c>\</c>, in ISO 2022 both), so that the bytes cannot be cut before they are decoded.
    /// </summary>
    internal bool HidesDelimiters { get; }

    /// <summary>True when any text can be written in it: the Unicode ones.</summary>
    internal bool HoldsAllCharacters => this == Utf8 || this == Gb18030;

    /// <summary>The character set of an MSH-18 value as table 0211 or common practice writes it, or null when it is not known.</summary>
    public static Hl7Charset? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The name in HL7 table 0211.</summary>
    public override string ToString() => Name;

    /// <summary>Decodes text; false when the bytes hold anything that is no character of this set.</summary>
    internal bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out string? text)
    {
        try
        {
            text = _strict.GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>Encodes text; false when it holds anything that is no character of this set.</summary>
    internal bool TryEncode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        try
        {
            bytes = _strict.GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            bytes = null;
            return false;
        }
    }

    static FrozenDictionary<string, Hl7Charset> Table()
    {
        var table = new Dictionary<string, Hl7Charset>(StringComparer.OrdinalIgnoreCase);
        var codePages = CodePagesEncodingProvider.Instance;

        Add(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), false, "UNICODE UTF-8", "UNICODE", "UTF-8", "UTF8");
        Add(Encoding.Latin1, false, "8859/1", "ISO-8859-1", "ISO8859-1", "ISO_8859-1", "8859-1");
        AddCodePage(54936, true, "GB 18030-2000", "GB18030-2000", "GB 18030", "GB18030", "GB 18030-2005", "GB 18030-2022");
        AddCodePage(936, true, "GBK", "GB2312", "GB 2312");
        AddCodePage(950, true, "BIG-5", "BIG5");
        AddCodePage(51949, false, "KS X 1001", "EUC-KR");
        AddCodePage(50220, true, "ISO IR87", "ISO-2022-JP");
        foreach (var part in (ReadOnlySpan<int>)[2, 3, 4, 5, 6, 7, 8, 9, 15])
            AddCodePage(28590 + part, false, $"8859/{part}", $"ISO-8859-{part}", $"ISO8859-{part}", $"8859-{part}");

        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void AddCodePage(int codePage, bool hidesDelimiters, params ReadOnlySpan<string> names) =>
            Add(codePages.GetEncoding(codePage) ?? Encoding.GetEncoding(codePage), hidesDelimiters, names);

        void Add(Encoding encoding, bool hidesDelimiters, params ReadOnlySpan<string> names)
        {
            var charset = new Hl7Charset(names[0], encoding, hidesDelimiters);
            foreach (var name in names) table.Add(name, charset);
        }
    }
}
