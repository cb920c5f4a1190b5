using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using NUnit.Framework;

namespace IheRegistry.Tests.Shared.Cda;

/// <summary>The normative schema of CDA Release 2, from the reference folder.</summary>
public static class CdaSchema
{
    static readonly Lazy<XmlSchemaSet?> Schemas = new(Compile);

    /// <summary>What is wrong with a document; the test is skipped where the schema is absent.</summary>
    public static IReadOnlyList<string> Errors(XDocument document)
    {
        if (Schemas.Value is not { } schemas)
        {
            Assert.Ignore("The CDA schema is not beside the repository.");
            return [];
        }

        var errors = new List<string>();
        document.Validate(schemas, (_, found) => errors.Add(found.Message));
        return errors;
    }

    static XmlSchemaSet? Compile()
    {
        if (SourceTree.SharedPathOf("standards", "schemas", "cda-r2", "normative", "infrastructure", "cda", "CDA.xsd") is not { } file)
            return null;
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, new Uri(file).AbsoluteUri);
        schemas.Compile();
        return schemas;
    }
}
