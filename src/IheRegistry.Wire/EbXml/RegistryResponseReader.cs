using System.Xml;
using IheRegistry.Model.Errors;
using IheRegistry.Wire.Xml;

namespace IheRegistry.Wire.EbXml;

/// <summary>Reads rs:RegistryResponse, for clients and for a repository whose registry is elsewhere.</summary>
public static class RegistryResponseReader
{
    /// <summary>Reads the element that the reader stands on and moves behind it.</summary>
    /// <exception cref="XmlException">It has no status, or the XML is not well-formed.</exception>
    public static RegistryResponse Read(XmlReader reader)
    {
        var status = ReadStatus(reader);
        var errors = new List<RegistryError>();
        reader.ForEachChild(child =>
        {
            if (child.LocalName == "RegistryErrorList") ReadErrors(child, errors);
            else child.Skip();
        });
        return new RegistryResponse(status, errors);
    }

    /// <summary>The status attribute of the response element that the reader stands on.</summary>
    internal static ResponseStatus ReadStatus(XmlReader reader) =>
        ResponseStatusUrn.Parse(reader.GetAttribute("status")) ?? throw new XmlException($"{reader.LocalName} has no known status.");

    /// <summary>Reads the RegistryErrorList that the reader stands on.</summary>
    internal static void ReadErrors(XmlReader reader, List<RegistryError> errors) => reader.ForEachChild(child =>
    {
        errors.Add(new RegistryError(
            Enum.TryParse<XdsErrorCode>(child.GetAttribute("errorCode"), out var code) ? code : XdsErrorCode.XDSRegistryError,
            child.GetAttribute("codeContext") ?? "",
            child.GetAttribute("location"),
            child.GetAttribute("severity") == ResponseStatusUrn.WarningSeverity ? Severity.Warning : Severity.Error));
        child.Skip();
    });
}
