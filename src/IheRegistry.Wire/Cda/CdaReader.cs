using System.Text;
using System.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>
/// Reads what a person reads of a CDA document: the sections of its body with their narratives. It judges nothing; what is no CDA
/// document that it can read is a refusal, whatever was sent.
/// </summary>
public sealed class CdaReader
{
    readonly CdaXmlReader _reader;

    string? _language;
    List<CdaSection>? _sections;

    CdaReader(CdaXmlReader reader) => _reader = reader;

    /// <summary>Reads a document.</summary>
    /// <param name="document">Its bytes.</param>
    /// <param name="limits">What it may cost.</param>
    public static CdaReading Read(ReadOnlyMemory<byte> document, CdaLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        // No encoding of XML has more characters than bytes.
        if (document.Length > limits.MaxCharacters) return CdaReading.Refused(CdaRefusal.TooLarge);
        using var xml = CdaXmlReader.Create(document, limits);
        try
        {
            return new CdaReader(xml).Read();
        }
        catch (Exception broken) when (broken is XmlException or DecoderFallbackException)
        {
            return CdaReading.Refused(xml.IsTooLarge ? CdaRefusal.TooLarge : CdaRefusal.NotWellFormed);
        }
    }

    CdaReading Read()
    {
        if (_reader.Xml.MoveToContent() != XmlNodeType.Element || !_reader.IsOn("ClinicalDocument"))
            return ToTheEnd(CdaRefusal.NotClinicalDocument);
        _reader.ForEachChild(ReadOfDocument);
        // What follows the document must be well-formed, too.
        var none = ToTheEnd(CdaRefusal.NoSections);
        return _sections is { Count: > 0 } ? CdaReading.Of(new CdaDocument(_language, _sections)) : none;
    }

    CdaReading ToTheEnd(CdaRefusal refusal)
    {
        while (_reader.Xml.Read())
        {
        }

        return CdaReading.Refused(refusal);
    }

    void ReadOfDocument()
    {
        if (_reader.IsOn("languageCode"))
        {
            _language = _reader.Xml.GetAttribute("code");
            _reader.Skip();
        }
        else if (_reader.IsOn("component"))
        {
            _reader.ForEachChild(ReadOfBodyComponent);
        }
        else
        {
            _reader.Skip();
        }
    }

    void ReadOfBodyComponent()
    {
        if (_reader.IsOn("structuredBody")) _reader.ForEachChild(() => ReadOfComponent(_sections ??= []));
        else _reader.Skip();
    }

    void ReadOfComponent(List<CdaSection> into)
    {
        if (!_reader.IsOn("component"))
        {
            _reader.Skip();
            return;
        }

        _reader.ForEachChild(() =>
        {
            if (_reader.IsOn("section")) into.Add(ReadSection());
            else _reader.Skip();
        });
    }

    CdaSection ReadSection()
    {
        var section = new CdaSection();
        var inner = new List<CdaSection>();
        _reader.ForEachChild(() =>
        {
            if (_reader.IsOn("component")) ReadOfComponent(inner);
            else section = ReadOfSection(section);
        });
        return section with { Sections = inner };
    }

    CdaSection ReadOfSection(CdaSection section)
    {
        if (_reader.IsOn("code")) return section with { Code = ReadCode() };
        if (_reader.IsOn("title")) return section with { Title = ReadTitle() };
        if (_reader.IsOn("text"))
        {
            var narrative = new NarrativeReader();
            return section with { Text = narrative.Read(_reader), HasMultimedia = narrative.HasMultimedia };
        }

        _reader.Skip();
        return section;
    }

    CdaCode? ReadCode()
    {
        var (code, system, display) = (
            _reader.Xml.GetAttribute("code"), _reader.Xml.GetAttribute("codeSystem"), _reader.Xml.GetAttribute("displayName"));
        _reader.Skip();
        return string.IsNullOrWhiteSpace(code) ? null : new CdaCode(code.Trim(), system?.Trim() ?? "", display);
    }

    string? ReadTitle()
    {
        var text = new StringBuilder();
        ReadText(text);
        var title = string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return title.Length == 0 ? null : title;
    }

    void ReadText(StringBuilder into) => _reader.ForEachChild(() => ReadText(into), text => into.Append(text));
}
