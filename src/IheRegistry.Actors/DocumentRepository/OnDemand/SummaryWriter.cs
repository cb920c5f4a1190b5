using System.Buffers;
using System.Globalization;
using System.Text;
using IheRegistry.Wire.Cda;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Actors.DocumentRepository.OnDemand;

/// <summary>
/// Writes a summary as a CDA document: a section on what it was assembled from, then the sections of all documents, those of one code
/// together, each with the document that it is from. The same summary always makes the same bytes.
/// </summary>
public static class SummaryWriter
{
    /// <summary>The document.</summary>
    public static ReadOnlyMemory<byte> Write(Summary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var cda = new CdaWriter(new Utf8XmlWriter(buffer));
        cda.Start(summary.Header);
        cda.StartSection(null, "About this summary");
        cda.Text(Narrative.Write(xml => WriteAbout(xml, summary)));
        cda.EndSection();
        foreach (var group in SectionGroup.Of(summary.Sources)) Write(cda, group);
        cda.End();
        return buffer.WrittenMemory;
    }

    static void Write(CdaWriter cda, SectionGroup group)
    {
        cda.StartSection(group.Code, group.Title);
        cda.Text(Narrative.Write(xml => xml.Element("paragraph"u8, $"{Count(group.Parts.Count, "section")} of the patient's documents, the newest document first.")));
        foreach (var (source, section) in group.Parts)
        {
            cda.StartSection(section.Code, section.Title);
            cda.Text(Narrative.Write(xml => WriteProvenance(xml, source, section)), section.Text);
            cda.Provenance(source.Document);
            foreach (var inner in section.Sections) WriteInner(cda, inner);
            cda.EndSection();
        }

        cda.EndSection();
    }

    static void WriteInner(CdaWriter cda, CdaSection section)
    {
        cda.StartSection(section.Code, section.Title);
        cda.Text(section.Text);
        foreach (var inner in section.Sections) WriteInner(cda, inner);
        cda.EndSection();
    }

    static void WriteProvenance(Utf8XmlWriter xml, SummarySource source, CdaSection section)
    {
        xml.StartElement("paragraph"u8);
        xml.StartElement("content"u8);
        xml.Attribute("styleCode"u8, "Italics");
        xml.Text($"From “{source.Title}”, {Authors(source)}, {TimeOf(source)}, document {source.Document.UniqueId}.");
        if (HasMultimedia(section)) xml.Text(" Its pictures or other media are in that document only.");
        xml.EndElement("content"u8);
        xml.EndElement("paragraph"u8);
    }

    static void WriteAbout(Utf8XmlWriter xml, Summary summary)
    {
        var merged = summary.Sources.Count(source => source.Reason is null);
        var all = summary.Sources.Count + summary.Unlisted;
        xml.Element("paragraph"u8,
            $"Assembled on demand at {Readable(summary.Header.EffectiveTime)} from {merged} of {Count(all, "approved document")} of the patient that the"
            + " requester may see. Sections of the same kind stand together; each names the document that it was taken from. Coded entries,"
            + " pictures and other media are not copied: they are in those documents.");
        WriteBounds(xml, summary);
        if (summary.Sources.Count > 0) WriteSources(xml, summary.Sources);
    }

    static void WriteBounds(Utf8XmlWriter xml, Summary summary)
    {
        var left = summary.Sources.Count(source => source.Reason?.IsBound() == true);
        if (left + summary.Unlisted == 0) return;
        xml.StartElement("paragraph"u8);
        xml.StartElement("content"u8);
        xml.Attribute("styleCode"u8, "Bold");
        xml.Text("This summary is not complete.");
        if (left > 0) xml.Text($" For its size {Count(left, "document")} named below could not be merged.");
        if (summary.Unlisted > 0) xml.Text($" {Count(summary.Unlisted, "older document")} could not even be named.");
        xml.EndElement("content"u8);
        xml.EndElement("paragraph"u8);
    }

    static void WriteSources(Utf8XmlWriter xml, IReadOnlyList<SummarySource> sources)
    {
        xml.Raw("<table><thead><tr><th>Document</th><th>Author</th><th>Time</th><th>Format</th><th>Id</th><th>Part of this summary</th></tr></thead><tbody>"u8);
        foreach (var source in sources)
        {
            xml.StartElement("tr"u8);
            xml.Element("td"u8, source.Title);
            xml.Element("td"u8, Authors(source));
            xml.Element("td"u8, TimeOf(source));
            xml.Element("td"u8, source.MimeType);
            xml.Element("td"u8, source.Document.UniqueId);
            xml.Element("td"u8, source.Reason is { } reason ? $"No: {reason.Text()}" : Count(source.Sections.Count, "section"));
            xml.EndElement("tr"u8);
        }

        xml.Raw("</tbody></table>"u8);
    }

    static bool HasMultimedia(CdaSection section) => section.HasMultimedia || section.Sections.Any(HasMultimedia);

    static string Authors(SummarySource source)
    {
        var names = source.Document.Authors
            .Select(author => string.Join(", ", new[] { author.Person?.ToString() ?? author.Software, author.Organization?.Name }.Where(n => !string.IsNullOrEmpty(n))))
            .Where(name => name.Length > 0)
            .ToList();
        return names.Count == 0 ? "author unknown" : string.Join("; ", names);
    }

    static string TimeOf(SummarySource source) => source.Time is { } time ? Readable(time) : "time unknown";

    // 20260213142005 as 2026-02-13 14:20:05 UTC, as far as it goes.
    static string Readable(string time)
    {
        var text = new StringBuilder(24);
        for (var at = 0; at < time.Length; at++)
            text.Append(at switch { 4 or 6 => "-", 8 => " ", 10 or 12 => ":", _ => "" }).Append(time[at]);
        return (time.Length > 8 ? text.Append(" UTC") : text).ToString();
    }

    static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number} {what}{(number == 1 ? "" : "s")}");
}
