using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace IheRegistry.Tests.Shared;

/// <summary>
/// Validates a SOAP envelope, or the bare message of one, against our schemas and against the official ones.
/// An xop:Include is taken out first: a schema describes a message as it is after the includes are resolved (XOP 1.2).
/// </summary>
public static class SchemaValidation
{
    static readonly XNamespace Soap = "http://www.w3.org/2003/05/soap-envelope";
    static readonly XNamespace Xop = "http://www.w3.org/2004/08/xop/include";

    static readonly Lazy<XmlSchemaSet> Ours = new(() => Compile([SourceTree.PathOf("schemas", "message.xsd")]));
    static readonly Lazy<XmlSchemaSet?> Official = new(CompileOfficial);

    /// <summary>Whether the official schemas are at hand; if not, <see cref="OfficialErrors(byte[])"/> finds nothing.</summary>
    public static bool HasOfficial => Official.Value is not null;

    /// <summary>The schemas of this repository, compiled together.</summary>
    public static XmlSchemaSet Schemas => Ours.Value;

    /// <summary>What our schemas say against the message; empty if it is valid.</summary>
    public static IReadOnlyList<string> Errors(byte[] message) => Validate(message, Ours.Value);

    /// <summary>What our schemas say against the message; empty if it is valid.</summary>
    public static IReadOnlyList<string> Errors(XmlReader message) => Validate(message, Ours.Value);

    /// <summary>What the official schemas say against the message; empty if it is valid, or where they are absent.</summary>
    public static IReadOnlyList<string> OfficialErrors(byte[] message) =>
        Official.Value is { } schemas ? Validate(message, schemas) : [];

    /// <summary>What the official schemas say against the message; empty if it is valid, or where they are absent.</summary>
    public static IReadOnlyList<string> OfficialErrors(XmlReader message) =>
        Official.Value is { } schemas ? Validate(message, schemas) : [];

    static IReadOnlyList<string> Validate(byte[] message, XmlSchemaSet schemas)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        using var reader = XmlReader.Create(new MemoryStream(message), settings);
        return Validate(reader, schemas);
    }

    static IReadOnlyList<string> Validate(XmlReader message, XmlSchemaSet schemas)
    {
        var errors = new List<string>();
        try
        {
            var document = XDocument.Load(message);
            RemoveIncludes(document, errors);
            RequireDeclared(document, schemas, errors);
            ReadThrough(document, schemas, errors);
        }
        catch (XmlException malformed)
        {
            errors.Add(malformed.Message);
        }
        return errors;
    }

    static void RemoveIncludes(XDocument document, List<string> errors)
    {
        foreach (var include in document.Descendants(Xop + "Include").ToList())
        {
            var href = (string?)include.Attribute("href");
            if (href is null || !href.StartsWith("cid:", StringComparison.OrdinalIgnoreCase))
                errors.Add($"xop:Include in {include.Parent!.Name.LocalName} has no cid: href but '{href}'.");
            if (include.Parent!.Elements().Count() > 1 || include.Parent.Value.Trim().Length > 0)
                errors.Add($"xop:Include is not the only content of {include.Parent.Name.LocalName}.");
            include.Parent.RemoveNodes();
        }
    }

    // A lax wildcard and .NET's validating reader both let an unknown element pass: root and SOAP body must be known ones.
    static void RequireDeclared(XDocument document, XmlSchemaSet schemas, List<string> errors)
    {
        var root = document.Root!;
        var payload = root.Name == Soap + "Envelope" ? root.Elements(Soap + "Body").Elements() : [];
        foreach (var element in payload.Prepend(root))
        {
            if (!schemas.GlobalElements.Contains(new XmlQualifiedName(element.Name.LocalName, element.Name.NamespaceName)))
                errors.Add($"No schema declares the element {element.Name}.");
        }
    }

    static void ReadThrough(XDocument document, XmlSchemaSet schemas, List<string> errors)
    {
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags &= ~XmlSchemaValidationFlags.ProcessInlineSchema;
        settings.ValidationEventHandler += (_, found) =>
        {
            if (found.Severity == XmlSeverityType.Error)
                errors.Add(found.Message);
        };
        using var reader = XmlReader.Create(document.CreateReader(), settings);
        while (reader.Read())
        {
        }
    }

    static XmlSchemaSet? CompileOfficial()
    {
        var regrep = SourceTree.SharedPathOf("standards", "schemas", "xds-toolkit2", "v3");
        var web = SourceTree.SharedPathOf("standards", "schemas", "ws-star");
        if (regrep is null || web is null)
            return null;
        return Compile([
            Path.Combine(regrep, "XDS.b_DocumentRepository.xsd"), Path.Combine(regrep, "query.xsd"), Path.Combine(regrep, "lcm.xsd"),
            Path.Combine(regrep, "rmd.xsd"),
            Path.Combine(web, "soap-1.2-envelope.xsd"), Path.Combine(web, "ws-addr.xsd"), .. Hl7v3Schema.Files]);
    }

    static XmlSchemaSet Compile(IEnumerable<string> files)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.ValidationEventHandler += (_, found) =>
        {
            if (found.Severity == XmlSeverityType.Error)
                throw new XmlSchemaException($"{found.Exception?.SourceUri}: {found.Message}");
        };
        foreach (var file in files)
            schemas.Add(null, new Uri(file).AbsoluteUri);
        schemas.Compile();
        return schemas;
    }
}
