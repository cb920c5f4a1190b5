using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.Cda;

/// <summary>
/// Writes a CDA document with a structured body, element by element in the order of the schema. Values that the schema's types do not
/// take become null flavors, never an invalid document.
/// </summary>
public sealed class CdaWriter(Utf8XmlWriter xml)
{
    const string Gender = "2.16.840.1.113883.5.1";

    /// <summary>Opens the document: its header, and the body up to the first section.</summary>
    public void Start(CdaHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        xml.Raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8);
        xml.StartElement("ClinicalDocument"u8);
        xml.Attribute("xmlns"u8, CdaNames.Namespace);
        xml.Raw("<typeId root=\"2.16.840.1.113883.1.3\" extension=\"POCD_HD000040\"/>"u8);
        CdaValues.Id(xml, header.Id);
        CdaValues.Code(xml, "code"u8, header.Code);
        xml.Element("title"u8, header.Title);
        CdaValues.Time(xml, "effectiveTime"u8, header.EffectiveTime);
        CdaValues.Code(xml, "confidentialityCode"u8, header.Confidentiality);
        CdaValues.Language(xml, header.LanguageCode);
        WritePatient(header.Patient);
        WriteAuthor(header.Author);
        xml.Raw("<custodian><assignedCustodian><representedCustodianOrganization>"u8);
        WriteOrganization(header.Custodian);
        xml.Raw("</representedCustodianOrganization></assignedCustodian></custodian><component><structuredBody>"u8);
    }

    /// <summary>Opens a section, in the body or in the section that is open.</summary>
    public void StartSection(CdaCode? code, string? title)
    {
        xml.Raw("<component><section>"u8);
        if (code is not null) CdaValues.Code(xml, "code"u8, code);
        if (title is not null) xml.Element("title"u8, title);
    }

    /// <summary>Writes the text of the section that was just opened: its narratives one after another.</summary>
    public void Text(params ReadOnlySpan<Narrative> narratives)
    {
        xml.StartElement("text"u8);
        foreach (var narrative in narratives) narrative.WriteTo(xml);
        xml.EndElement("text"u8);
    }

    /// <summary>Says which document a section is from, behind its text: language, authors, and a reference to the document.</summary>
    public void Provenance(CdaSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (source.Confidentiality is { } confidentiality) CdaValues.Code(xml, "confidentialityCode"u8, confidentiality);
        CdaValues.Language(xml, source.LanguageCode);
        foreach (var author in source.Authors) WriteAuthor(author);
        xml.Raw("<entry><act classCode=\"ACT\" moodCode=\"EVN\"><code nullFlavor=\"NA\"/><reference typeCode=\"XCRPT\"><externalDocument>"u8);
        CdaValues.Id(xml, source.UniqueId);
        if (source.Code is { } code) CdaValues.Code(xml, "code"u8, code);
        xml.Raw("</externalDocument></reference></act></entry>"u8);
    }

    /// <summary>Closes a section.</summary>
    public void EndSection() => xml.Raw("</section></component>"u8);

    /// <summary>Closes the document.</summary>
    public void End()
    {
        xml.Raw("</structuredBody></component></ClinicalDocument>\n"u8);
        xml.Flush();
    }

    void WritePatient(CdaPatient patient)
    {
        xml.Raw("<recordTarget><patientRole>"u8);
        foreach (var (root, extension) in patient.Ids) CdaValues.Id(xml, root, extension);
        xml.Raw("<patient>"u8);
        if (patient.Name is { } name) WriteName(name);
        if (patient.Gender is { } gender) CdaValues.Code(xml, "administrativeGenderCode"u8, new CdaCode(gender, Gender));
        if (patient.BirthTime is { } birth) CdaValues.Time(xml, "birthTime"u8, birth);
        xml.Raw("</patient></patientRole></recordTarget>"u8);
    }

    void WriteAuthor(CdaAuthor author)
    {
        xml.Raw("<author>"u8);
        CdaValues.Time(xml, "time"u8, author.Time);
        xml.Raw("<assignedAuthor>"u8);
        CdaValues.Id(xml, author.Root, author.Extension);
        if (author.Person is { } person)
        {
            xml.Raw("<assignedPerson>"u8);
            WriteName(person);
            xml.Raw("</assignedPerson>"u8);
        }
        else if (author.Software is { } software)
        {
            xml.Raw("<assignedAuthoringDevice>"u8);
            xml.Element("softwareName"u8, software);
            xml.Raw("</assignedAuthoringDevice>"u8);
        }

        if (author.Organization is { } organization)
        {
            xml.Raw("<representedOrganization>"u8);
            WriteOrganization(organization);
            xml.Raw("</representedOrganization>"u8);
        }

        xml.Raw("</assignedAuthor></author>"u8);
    }

    void WriteOrganization(CdaOrganization organization)
    {
        CdaValues.Id(xml, organization.Id, null);
        xml.Element("name"u8, organization.Name);
    }

    void WriteName(CdaPerson person)
    {
        xml.StartElement("name"u8);
        if (person.Prefix is { } prefix) xml.Element("prefix"u8, prefix);
        foreach (var given in person.Given) xml.Element("given"u8, given);
        if (person.Family is { } family) xml.Element("family"u8, family);
        xml.EndElement("name"u8);
    }
}
