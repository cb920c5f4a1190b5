using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>An XML reader that resolves nothing, and counts what it reads.</summary>
sealed partial class CdaXmlReader : IDisposable
{
    // An XML declaration is ASCII in every encoding that comes from the provider, and no longer than this.
    const int MaxDeclaration = 256;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersFromEntities = 1,
    };

    readonly CdaLimits _limits;
    int _elements;

    CdaXmlReader(XmlReader xml, CdaLimits limits) => (Xml, _limits) = (xml, limits);

    /// <summary>The reader itself.</summary>
    public XmlReader Xml { get; }

    /// <summary>True once a limit was passed.</summary>
    public bool IsTooLarge { get; private set; }

    public static CdaXmlReader Create(ReadOnlyMemory<byte> document, CdaLimits limits)
    {
        var stream = new MemoryStream(document.ToArray(), writable: false);
        var xml = FromProvider(document.Span) is { } encoding
            ? XmlReader.Create(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false), Settings)
            : XmlReader.Create(stream, Settings);
        return new CdaXmlReader(xml, limits);
    }

    /// <summary>
    /// Calls <paramref name="element"/> on each child element, which it must consume wholly, and <paramref name="text"/> on each text
    /// between them; moves behind the end of the current element.
    /// </summary>
    /// <exception cref="XmlException">The document is not well-formed, or passes a limit.</exception>
    public void ForEachChild(Action element, Action<string>? text = null)
    {
        if (++_elements > _limits.MaxElements || Xml.Depth > _limits.MaxDepth) RefuseAsTooLarge();
        if (Xml.IsEmptyElement)
        {
            Xml.Read();
            return;
        }

        Xml.Read();
        while (Xml.NodeType != XmlNodeType.EndElement)
        {
            if (Xml.NodeType == XmlNodeType.Element)
            {
                element();
                continue;
            }

            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) text?.Invoke(Xml.Value);
            if (!Xml.Read()) throw new XmlException("The document ends inside an element.");
        }

        Xml.Read();
    }

    /// <summary>Moves behind the current element without looking at what is in it.</summary>
    public void Skip() => Xml.Skip();

    /// <summary>True when the reader stands on this element of CDA.</summary>
    public bool IsOn(string name) => Xml.LocalName == name && Xml.NamespaceURI == CdaNames.Namespace;

    public void Dispose() => Xml.Dispose();

    [DoesNotReturn]
    void RefuseAsTooLarge()
    {
        IsTooLarge = true;
        throw new XmlException("The document has too many elements, or they nest too deep.");
    }

    // GB 18030 and the like: .NET has them in a provider, which is asked here and not registered for the whole process.
    static Encoding? FromProvider(ReadOnlySpan<byte> document)
    {
        var head = Encoding.ASCII.GetString(document[..Math.Min(document.Length, MaxDeclaration)]);
        return Declaration().Match(head) is { Success: true } declared
            ? CodePagesEncodingProvider.Instance.GetEncoding(declared.Groups[1].Value, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
            : null;
    }

    [GeneratedRegex("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']")]
    private static partial Regex Declaration();
}
