using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace IheRegistry.Tests.Shared;

/// <summary>The schemas of HL7's Normative Edition 2008 to which IHE's V3 messages are valid, from the reference folder.</summary>
public static class Hl7v3Schema
{
    static readonly XNamespace Hl7 = "urn:hl7-org:v3";

    static readonly string[] Interactions =
    [
        "MCCI_IN000002UV01", "PRPA_IN201301UV02", "PRPA_IN201302UV02", "PRPA_IN201304UV02", "PRPA_IN201305UV02", "PRPA_IN201306UV02",
        "PRPA_IN201309UV02", "PRPA_IN201310UV02", "QUQI_IN000003UV01",
    ];

    static readonly Lazy<XmlSchemaSet?> Schemas = new(Compile);

    /// <summary>Whether the schemas are at hand; if not, <see cref="Errors(XElement)"/> finds nothing.</summary>
    public static bool IsPresent => Schemas.Value is not null;

    /// <summary>What the schemas say against a message; empty if it is valid, or where they are absent.</summary>
    public static IReadOnlyList<string> Errors(XElement message)
    {
        if (Schemas.Value is not { } schemas) return [];
        var errors = new List<string>();
        if (message.Name.Namespace != Hl7 || !schemas.GlobalElements.Contains(new XmlQualifiedName(message.Name.LocalName, Hl7.NamespaceName)))
            errors.Add($"No schema declares the element {message.Name}.");
        new XDocument(message).Validate(schemas, (_, found) => errors.Add(found.Message));
        return errors;
    }

    /// <summary>The files of the schemas; none where they are absent.</summary>
    internal static IReadOnlyList<string> Files { get; } =
        SourceTree.SharedPathOf("standards", "schemas", "ihe-bundle", "HL7V3", "NE2008", "multicacheschemas") is { } folder
            ? [.. Interactions.Select(interaction => Path.Combine(folder, $"{interaction}.xsd"))]
            : [];

    static XmlSchemaSet? Compile()
    {
        if (Files.Count == 0) return null;
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var file in Files) schemas.Add(null, new Uri(file).AbsoluteUri);
        schemas.Compile();
        return schemas;
    }
}
