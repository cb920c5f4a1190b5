using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Writes rs:RegistryResponse and its error list (ITI TF-3 4.2.4.1).</summary>
public static class RegistryResponseWriter
{
    /// <summary>Writes the whole element.</summary>
    public static void Write(Utf8XmlWriter xml, RegistryResponse response)
    {
        xml.StartElement("rs:RegistryResponse"u8);
        xml.Attribute("xmlns:rs"u8, EbXmlNamespaces.Rs);
        WriteContent(xml, response);
        xml.EndElement("rs:RegistryResponse"u8);
    }

    /// <summary>Writes the status attribute and the error list into an open response element; the prefix <c>rs</c> is declared.</summary>
    internal static void WriteContent(Utf8XmlWriter xml, RegistryResponse response)
    {
        xml.Attribute("status"u8, response.Status.ToUrn());
        if (response.Errors.Count == 0) return;

        xml.StartElement("rs:RegistryErrorList"u8);
        xml.Attribute("highestSeverity"u8, HighestSeverity(response).ToUrn());
        foreach (var error in response.Errors) WriteError(xml, error);
        xml.EndElement("rs:RegistryErrorList"u8);
    }

    static Severity HighestSeverity(RegistryResponse response) =>
        response.Errors.Any(e => e.Severity == Severity.Error) ? Severity.Error : Severity.Warning;

    static void WriteError(Utf8XmlWriter xml, RegistryError error)
    {
        xml.StartElement("rs:RegistryError"u8);
        xml.Attribute("errorCode"u8, error.Code.ToString());
        xml.Attribute("codeContext"u8, error.Context);
        xml.Attribute("location"u8, error.Location ?? "");
        xml.Attribute("severity"u8, error.Severity.ToUrn());
        xml.EndElement("rs:RegistryError"u8);
    }
}
