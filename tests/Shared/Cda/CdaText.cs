using System.Text;

namespace IheRegistry.Tests.Shared.Cda;

/// <summary>CDA documents for tests: as much of one as a reader needs, written by hand.</summary>
public static class CdaText
{
    /// <summary>A document with these sections.</summary>
    public static byte[] Document(string uniqueId, params string[] sections) => Encoding.UTF8.GetBytes(WithBody(
        uniqueId, $"<structuredBody>{string.Concat(sections.Select(section => $"<component>{section}</component>"))}</structuredBody>"));

    /// <summary>A section of LOINC's code.</summary>
    public static string Section(string code, string title, string text) =>
        $"""<section><code code="{code}" codeSystem="2.16.840.1.113883.6.1"/><title>{title}</title><text>{text}</text></section>""";

    /// <summary>A document with this body.</summary>
    public static string WithBody(string uniqueId, string body) => $"""
        <ClinicalDocument xmlns="urn:hl7-org:v3">
          <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
          <id root="{uniqueId}"/>
          <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/>
          <title>A document</title>
          <effectiveTime value="20260102"/>
          <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
          <languageCode code="en-US"/>
          <component>{body}</component>
        </ClinicalDocument>
        """;
}
